package io.github.segbench.models.panoptic;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.models.NetworkOutputs;
import io.github.segbench.models.instance.SingleImage;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;

/** The adapter of networks that give a panoptic map over their whole input. */
final class PanopticMapAdapter implements ModelAdapter {
  private static final List<ElementType> TYPES = List.of(ElementType.INT32, ElementType.INT64);

  private final String model;
  private final LabelSet labels;
  private final ImagePreprocessor preprocessor;
  private final PanopticCode code;

  PanopticMapAdapter(ModelSpec spec) {
    this.model = spec.id();
    this.labels = spec.labels();
    this.preprocessor = new ImagePreprocessor(model, spec.preprocessing());
    this.code = new PanopticCode(spec);
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.PANOPTIC);
  }

  @Override
  public ModelInput preprocess(List<RgbImage> images) {
    return preprocessor.input(images);
  }

  @Override
  public List<Segmentations> postprocess(
      Map<String, Tensor> outputs, List<ImageGeometry> geometries) {
    ImageGeometry geometry = SingleImage.of(model, geometries);
    NetworkOutputs named = new NetworkOutputs(model, outputs);
    long[] numbers = withoutPadding(map(named, geometry), geometry);
    Set<Long> distinct = new TreeSet<>();
    for (long number : numbers) {
      distinct.add(number);
    }
    Map<Long, Integer> winnerOf = new HashMap<>();
    List<Integer> categories = new ArrayList<>();
    Map<Long, Integer> categoryOf = code.categories(named, distinct);
    for (long number : distinct) {
      winnerOf.put(
          number, winner(categoryOf.getOrDefault(number, PanopticCode.NOTHING), categories));
    }
    int[] winners = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      winners[i] = winnerOf.getOrDefault(numbers[i], PanopticHead.UNKNOWN);
    }
    int[] ids = categories.stream().mapToInt(Integer::intValue).toArray();
    SegmentMap segments = new SegmentMap(ids, new long[ids.length]);
    return List.of(Segmentations.of(segments.segments(winners, geometry)));
  }

  /** A place among the segments; all pixels of a kind of stuff are one segment. */
  private int winner(int category, List<Integer> categories) {
    if (category == PanopticCode.NOTHING) {
      return PanopticHead.UNKNOWN;
    }
    boolean stuff = labels.byId(category).filter(Category::isThing).isEmpty();
    if (stuff && categories.contains(category)) {
      return categories.indexOf(category);
    }
    categories.add(category);
    return categories.size() - 1;
  }

  private Tensor map(NetworkOutputs outputs, ImageGeometry geometry) {
    String shape = "[1, " + geometry.inputHeight() + ", " + geometry.inputWidth() + "]";
    Tensor map = outputs.get(code.output(), TYPES, shape);
    int rank = map.rank();
    boolean fits =
        rank >= 2
            && rank <= 4
            && map.elementCount() == (long) geometry.inputHeight() * geometry.inputWidth()
            && map.dimension(rank - 2) == geometry.inputHeight()
            && map.dimension(rank - 1) == geometry.inputWidth();
    if (!fits) {
      throw outputs.mismatch(code.output(), map, map.type() + shape);
    }
    return map;
  }

  private static long[] withoutPadding(Tensor map, ImageGeometry geometry) {
    IntToLongFunction numbers = PanopticCode.numbers(map);
    long[] cropped = new long[geometry.scaledWidth() * geometry.scaledHeight()];
    for (int y = 0, i = 0; y < geometry.scaledHeight(); y++) {
      for (int x = 0; x < geometry.scaledWidth(); x++, i++) {
        cropped[i] = numbers.applyAsLong(y * geometry.inputWidth() + x);
      }
    }
    return cropped;
  }
}
