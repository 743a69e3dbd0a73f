package io.github.segbench.classical;

import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A way to segment that needs no weights and knows no categories; OpenCV does the work. One model
 * of the family differs from another in its options.
 */
abstract class ClassicalFamily implements ModelFamily {
  private static final String MATCHING = "matching";

  private final String id;
  private final String description;
  private final SegmentMatching matching;
  private final List<OptionSpec> options;

  /**
   * @param matching used unless the YAML says otherwise
   */
  ClassicalFamily(
      String id, String description, SegmentMatching matching, List<OptionSpec> options) {
    this.id = id;
    this.description = description;
    this.matching = matching;
    this.options = new ArrayList<>(options);
    this.options.add(
        OptionSpec.choice(
            MATCHING,
            matching.id(),
            Arrays.stream(SegmentMatching.values()).map(SegmentMatching::id).toList(),
            "How segments are given the categories of the ground truth."));
  }

  /** The method with the values of a model's options. */
  abstract Segmenter segmenter(Options given);

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final List<OptionSpec> options() {
    return List.copyOf(options);
  }

  @Override
  public final boolean needsBackend() {
    return false;
  }

  @Override
  public final ModelAdapter adapterFor(ModelSpec spec) {
    SegmentMatching chosen =
        Arrays.stream(SegmentMatching.values())
            .filter(known -> known.id().equals(spec.options().string(MATCHING)))
            .findFirst()
            .orElse(matching);
    return new ClassicalAdapter(spec.id(), segmenter(spec.options()), chosen);
  }
}
