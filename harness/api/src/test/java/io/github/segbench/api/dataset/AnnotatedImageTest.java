package io.github.segbench.api.dataset;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import org.junit.jupiter.api.Test;

final class AnnotatedImageTest {
  @Test
  void refusesAGroundTruthOfAnotherSize() {
    RgbImage image = new RgbImage(2, 1, new byte[6]);
    Segmentations truth =
        Segmentations.of(new SemanticSegmentation(new LabelMap(1, 2, new short[2])));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> new AnnotatedImage(image, truth))
        .withMessage("the image has 2x1 pixels, its ground truth 1x2");
  }
}
