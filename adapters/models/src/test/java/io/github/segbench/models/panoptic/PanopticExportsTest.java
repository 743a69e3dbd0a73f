package io.github.segbench.models.panoptic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.models.ConstantGraph;
import io.github.segbench.models.Fitted;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import io.github.segbench.models.TinyNetwork;
import io.github.segbench.models.instance.MaskRcnnFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Graphs with a semantic head and a detector, recognised by their signatures and run by ONNX
 * Runtime. Each sees, in an image of 16x16, grass with a star in columns and rows 2 to 5.
 */
final class PanopticExportsTest {
  private static final Preprocessing INPUT = Specs.preprocessing(Resize.none(), 1, 1);

  @TempDir private Path folder;

  @Test
  void decodesUpsNetWithThePanopticHeadInJava() throws IOException {
    ConstantGraph network =
        detector(4, 1)
            .output("semantic_logits", semantic(16), 1, 8, -1, -1)
            .output("mask_logits", masks(10), -1, 28, 28);
    Segmentations decoded = decode(new UpsNetFamily(), network, Map.of());
    requireGrassWithAStar(decoded.panoptic().orElseThrow());
    try (InferenceSession session = TinyNetwork.open(network.graph(), folder)) {
      NetworkSignature signature = new NetworkSignature(session.inputs(), session.outputs());
      double upsNet = new UpsNetFamily().fit(signature).orElseThrow().certainty();
      double fpn = new PanopticFpnFamily().fit(signature).orElseThrow().certainty();
      assertThat(upsNet).isGreaterThan(fpn);
      assertThat(new MaskRcnnFamily().fit(signature)).isEmpty();
    }
  }

  @Test
  void decodesPanopticFpnWithASemanticHeadOfAQuarter() throws IOException {
    ConstantGraph network =
        detector(4, 1)
            .output("sem_seg", semantic(4), 1, 8, -1, -1)
            .output("masks", masks(1), -1, 1, 28, 28);
    Segmentations decoded =
        decode(new PanopticFpnFamily(), network, Map.of("semanticOutput", "sem_seg"));
    // 256 pixels of which the star takes 16: 240 of grass are less than 4096, so they are void.
    PanopticSegmentation panoptic = decoded.panoptic().orElseThrow();
    assertThat(panoptic.segments()).containsExactly(new Segment(1, 7, false));
    assertThat(decoded.semantic().orElseThrow().labels().at(0, 0)).isEqualTo(1);
    assertThat(decoded.instance().orElseThrow().instances()).hasSize(1);
  }

  private static void requireGrassWithAStar(PanopticSegmentation panoptic) {
    assertThat(panoptic.segments()).extracting(Segment::category).containsExactly(1, 7);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        boolean star = x >= 2 && x < 6 && y >= 2 && y < 6;
        assertThat(panoptic.segmentIds()[y * 16 + x]).as("%d,%d", x, y).isEqualTo(star ? 2 : 1);
      }
    }
  }

  private Segmentations decode(
      ModelFamily family, ConstantGraph network, Map<String, String> options) throws IOException {
    try (InferenceSession session = TinyNetwork.open(network.graph(), folder)) {
      Fitted fitted = Fitted.of(family, session);
      assertThat(fitted.fit().options()).containsExactlyInAnyOrderEntriesOf(options);
      return fitted.decode(ShapesReference.labels(), INPUT, 16, 16);
    }
  }

  private static ConstantGraph detector(long label, float score) {
    return new ConstantGraph("image", 1, 3, -1, -1)
        .output("boxes", Tensor.ofFloats(new float[] {2, 2, 6, 6}, 1, 4), -1, 4)
        .output("labels", Tensor.ofLongs(new long[] {label}, 1), -1)
        .output("scores", Tensor.ofFloats(new float[] {score}, 1), -1);
  }

  /** Grass everywhere. */
  private static Tensor semantic(int side) {
    Tensor logits = Tensor.allocate(ElementType.FLOAT32, 1, 8, side, side);
    for (int i = 0; i < side * side; i++) {
      logits.floats().put(side * side + i, 5);
    }
    return logits;
  }

  private static Tensor masks(float value) {
    float[] values = new float[28 * 28];
    Arrays.fill(values, value);
    return value > 1 ? Tensor.ofFloats(values, 1, 28, 28) : Tensor.ofFloats(values, 1, 1, 28, 28);
  }
}
