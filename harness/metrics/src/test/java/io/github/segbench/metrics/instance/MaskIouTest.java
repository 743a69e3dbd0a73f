package io.github.segbench.metrics.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.metrics.instance.NaiveCoco.Scene;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MaskIouTest {
  @Test
  void agreesWithAPixelLoop() {
    Random random = new Random(4);
    for (int trial = 0; trial < 10_000; trial++) {
      Scene scene = TestScenes.random(random);
      double[][] overlaps = new MaskIou().between(scene.detections(), scene.truths());
      for (int d = 0; d < overlaps.length; d++) {
        for (int t = 0; t < overlaps[d].length; t++) {
          assertThat(overlaps[d][t])
              .isEqualTo(NaiveCoco.iou(scene.detections().get(d), scene.truths().get(t)));
        }
      }
    }
  }
}
