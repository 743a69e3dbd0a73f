package io.github.segbench.models.instance;

import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.models.NetworkOutputs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads boxes, labels and scores as {@link DetectionOutputs} says where they are.
 *
 * <p>A label minus {@code labelBase} is the position of its category among the things of the label
 * set. Where boxes have their scores beside them, a row whose score is 0 or less is padding:
 * MMDeploy fills its outputs up so ({@code object_detection_model.py}, {@code __clear_outputs}).
 */
public final class DetectionReader {
  private static final String LABEL_BASE = "labelBase";

  private final DetectionOutputs detections;
  private final long labelBase;
  private final int thingCount;
  private final String labelSet;

  /**
   * @throws ModelException if the label set has no things
   */
  public DetectionReader(ModelSpec spec) {
    this.detections = DetectionOutputs.of(spec.options());
    this.labelBase = spec.options().integer(LABEL_BASE);
    this.labelSet = spec.labels().id();
    this.thingCount = spec.labels().things().size();
    if (thingCount == 0) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": labels "
              + spec.labels().id()
              + " have no things, family "
              + spec.family()
              + " needs at least one");
    }
  }

  /** The options that say where the detections are found. */
  public static List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>(DetectionOutputs.options());
    options.add(
        OptionSpec.integer(
            LABEL_BASE, 1L, 0, "Label of the first thing; 1 where 0 is the background."));
    return List.copyOf(options);
  }

  /**
   * The detections of one image.
   *
   * @throws ModelException if an output is missing, does not fit, or holds a foreign label or a
   *     score or edge that is not finite
   */
  public Detections read(NetworkOutputs outputs) {
    DetectionOutputs.Rows rows = detections.read(outputs);
    List<Detection> found = new ArrayList<>(rows.count());
    for (int i = 0; i < rows.count(); i++) {
      float score = finite(outputs, detections.scoresName(), rows.score(i));
      if (detections.format().hasScore() && score <= 0) {
        continue;
      }
      int thing = thing(outputs, rows.label(i));
      found.add(new Detection(i, thing, score, box(outputs, rows, i)));
    }
    found.sort(Comparator.comparing(Detection::score, Comparator.reverseOrder()));
    return new Detections(rows.count(), found);
  }

  private Box box(NetworkOutputs outputs, DetectionOutputs.Rows rows, int i) {
    return new Box(
        finite(outputs, detections.boxes(), rows.edge(i, 0)),
        finite(outputs, detections.boxes(), rows.edge(i, 1)),
        finite(outputs, detections.boxes(), rows.edge(i, 2)),
        finite(outputs, detections.boxes(), rows.edge(i, 3)));
  }

  private int thing(NetworkOutputs outputs, long label) {
    long thing = label - labelBase;
    if (thing < 0 || thing >= thingCount) {
      throw outputs.badValue(
          detections.labelsName(),
          "label " + label,
          labelBase
              + " to "
              + (labelBase + thingCount - 1)
              + ", the "
              + thingCount
              + " things of labels "
              + labelSet);
    }
    return (int) thing;
  }

  private static float finite(NetworkOutputs outputs, String name, float value) {
    if (!Float.isFinite(value)) {
      throw outputs.badValue(name, Float.toString(value), "finite numbers");
    }
    return value;
  }
}
