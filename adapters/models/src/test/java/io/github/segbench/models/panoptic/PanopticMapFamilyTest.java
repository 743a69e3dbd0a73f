package io.github.segbench.models.panoptic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.models.ConstantGraph;
import io.github.segbench.models.Fitted;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import io.github.segbench.models.TinyNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Maps of 4x1 pixels. Shapes has the stuff 0 sky, 1 grass, 2 road, 3 water, and the things 4
 * circle, 5 square, 6 triangle, 7 star.
 */
final class PanopticMapFamilyTest {
  @TempDir private Path folder;

  @Test
  void readsCategoriesBeforeInstances() {
    // Two squares, and sky in two parts with different instance numbers: one segment.
    PanopticSegmentation map = decode(Map.of(), Map.of("panoptic_ids", ints(5001, 5002, 0, 1)));
    assertThat(map.segmentIds()).containsExactly(2, 3, 1, 1);
    assertThat(map.segments())
        .containsExactly(
            new Segment(1, 0, false), new Segment(2, 5, false), new Segment(3, 5, false));
  }

  @Test
  void readsInstancesBeforeCategories() {
    // Instance 1 and 2 of category 5; category 8 is void.
    PanopticSegmentation map =
        decode(
            Map.of("encoding", "instance-first", "voidCategory", 8L),
            Map.of("panoptic_ids", ints(1005, 2005, 3, 8)));
    assertThat(map.segmentIds()).containsExactly(2, 3, 1, 0);
    assertThat(map.segments()).extracting(Segment::category).containsExactly(3, 5, 5);
  }

  @Test
  void takesAnotherDivisorAndNegativeNumbersAsVoid() {
    PanopticSegmentation map =
        decode(
            Map.of("labelDivisor", 256L), Map.of("panoptic_ids", ints(7 * 256 + 9, -1, -1, 256)));
    assertThat(map.segmentIds()).containsExactly(2, 0, 0, 1);
    assertThat(map.segments()).extracting(Segment::category).containsExactly(1, 7);
  }

  @Test
  void readsATableOfSegments() {
    // Ids 3 and 9 are a triangle and water; 0 is void.
    Tensor segments = Tensor.ofLongs(new long[] {3, 6, 77, 9, 3, 77}, 2, 3);
    PanopticSegmentation map =
        decode(
            Map.of("encoding", "table"),
            Map.of("panoptic_ids", ints(3, 3, 0, 9), "segments", segments));
    assertThat(map.segmentIds()).containsExactly(1, 1, 0, 2);
    assertThat(map.segments()).extracting(Segment::category).containsExactly(6, 3);
  }

  /** UPSNet in one graph: 4 kinds of stuff, then 2 objects as 4 and 5, then unknown as 6. */
  @Test
  void decodesUpsNetInOneGraph() throws IOException {
    ConstantGraph network =
        new ConstantGraph("image", 1, 3, -1, -1)
            .output("panoptic_ids", ints(3, 4, 5, 6), 1, -1, -1)
            .output("labels", Tensor.ofLongs(new long[] {4, 1}, 2), -1)
            .output("scores", Tensor.ofFloats(new float[] {0.9f, 0.8f}, 2), -1)
            .output("boxes", Tensor.ofFloats(new float[8], 2, 4), -1, 4);
    try (InferenceSession session = TinyNetwork.open(network.graph(), folder)) {
      Fitted fitted = Fitted.of(new PanopticMapFamily(), session);
      assertThat(fitted.fit().options()).containsExactly(Map.entry("encoding", "channels"));
      PanopticSegmentation map =
          fitted
              .decode(ShapesReference.labels(), Specs.preprocessing(Resize.none(), 1, 1), 4, 1)
              .panoptic()
              .orElseThrow();
      assertThat(map.segmentIds()).containsExactly(1, 2, 3, 0);
      assertThat(map.segments()).extracting(Segment::category).containsExactly(3, 7, 4);
    }
  }

  @Test
  void decodesPanopticDeepLabOf64Bits() throws IOException {
    ConstantGraph network =
        new ConstantGraph("image", 1, 3, -1, -1)
            .output(
                "panoptic_seg",
                Tensor.ofLongs(new long[] {-1, 4001, 4002, 2000}, 1, 1, 4),
                1,
                -1,
                -1);
    try (InferenceSession session = TinyNetwork.open(network.graph(), folder)) {
      Fitted fitted = Fitted.of(new PanopticMapFamily(), session);
      assertThat(fitted.fit().options()).containsExactly(Map.entry("output", "panoptic_seg"));
      PanopticSegmentation map =
          fitted
              .decode(ShapesReference.labels(), Specs.preprocessing(Resize.none(), 1, 1), 4, 1)
              .panoptic()
              .orElseThrow();
      assertThat(map.segmentIds()).containsExactly(0, 2, 3, 1);
      assertThat(map.segments()).extracting(Segment::category).containsExactly(2, 4, 4);
    }
  }

  @Test
  void cutsOffPaddingAndResizesByNearestNeighbour() {
    // The image of 2x1 was doubled to 4x1 and padded to 5x1: columns 1 and 3 of the input count.
    // Number 0, segment 1, is in none of them.
    PanopticSegmentation map =
        decode(
            Map.of(),
            Map.of("panoptic_ids", ints(0, 5001, 6001, 1000, 3000)),
            new ImageGeometry(2, 1, 4, 1, 5, 1));
    assertThat(map.segments()).extracting(Segment::category).containsExactly(1, 5);
    assertThat(map.segmentIds()).containsExactly(3, 2);
  }

  @Test
  void refusesACategoryThatIsNoneOfTheLabels() {
    assertThatThrownBy(() -> decode(Map.of(), Map.of("panoptic_ids", ints(8001, 0, 0, 0))))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'panoptic_ids' holds number 8001 of category 8, expected the 8"
                + " categories of labels shapes");
  }

  @Test
  void refusesAnObjectWithoutALabel() {
    assertThatThrownBy(
            () ->
                decode(
                    Map.of("encoding", "channels"),
                    Map.of(
                        "panoptic_ids", ints(6, 0, 0, 0),
                        "labels", Tensor.ofLongs(new long[] {1}, 1))))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'panoptic_ids' holds number 6, expected those that encoding"
                + " channels knows");
  }

  @Test
  void refusesAMapOfAnotherSize() {
    assertThatThrownBy(() -> decode(Map.of(), Map.of("panoptic_ids", ints(0, 0, 0))))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'panoptic_ids' is INT32[1, 1, 3], expected INT32[1, 1, 4]");
  }

  private static Tensor ints(int... values) {
    Tensor tensor = Tensor.allocate(ElementType.INT32, 1, 1, values.length);
    tensor.ints().put(values);
    return tensor;
  }

  private static PanopticSegmentation decode(Map<String, ?> options, Map<String, Tensor> outputs) {
    return decode(options, outputs, new ImageGeometry(4, 1, 4, 1, 4, 1));
  }

  private static PanopticSegmentation decode(
      Map<String, ?> options, Map<String, Tensor> outputs, ImageGeometry geometry) {
    PanopticMapFamily family = new PanopticMapFamily();
    return family
        .adapterFor(
            Specs.of(
                family,
                ShapesReference.labels(),
                Specs.preprocessing(Resize.none(), 1, 1),
                options))
        .postprocess(new HashMap<>(outputs), List.of(geometry))
        .get(0)
        .panoptic()
        .orElseThrow();
  }
}
