package io.github.segbench.report.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.report.gallery.ErrorPainter.Comparison;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PainterTest {
  private static final LabelSet LABELS =
      new LabelSet(
          "two",
          List.of(
              new Category(0, "grass", false, 0x00ff00), new Category(9, "cow", true, 0x804000)),
          255);
  private static final int FADED_BLACK = 0x737373; // 0.45 of the way from 0 to 255 is 114.75.

  private static SegmentMap row(int... ids) {
    return new SegmentMap(ids.length, 1, ids);
  }

  private static BufferedImage black(int width) {
    return new BufferedImage(width, 1, BufferedImage.TYPE_INT_RGB);
  }

  private static int[] pixels(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] &= 0xFFFFFF;
    }
    return pixels;
  }

  @Test
  void semanticMapsHaveExactlyTheLabelSetsColours() {
    BufferedImage painted =
        new SegmentPainter(LABELS)
            .paint(SegmentationTask.SEMANTIC, row(1, 2, 0, 3), Map.of(1, 0, 2, 9, 3, 77), black(4));

    // Segment 3 is of a category that the set does not have.
    assertThat(pixels(painted))
        .containsExactly(0x00ff00, 0x804000, SegmentPainter.VOID, SegmentPainter.VOID);
  }

  @Test
  void panopticSegmentsHaveBorders() {
    BufferedImage painted =
        new SegmentPainter(LABELS)
            .paint(SegmentationTask.PANOPTIC, row(5, 5, 10, 10), Map.of(5, 9, 10, 9), black(4));

    // Segments 5 and 10 have no tint (5 mod 5 = 0); the last pixel of the first is the border.
    assertThat(pixels(painted)).containsExactly(0x804000, 0xffffff, 0x804000, 0x804000);
  }

  @Test
  void instancesLieOverTheFadedPhoto() {
    BufferedImage painted =
        new SegmentPainter(LABELS)
            .paint(SegmentationTask.INSTANCE, row(0, 0, 5, 5), Map.of(5, 9), black(4));

    assertThat(pixels(painted)[0]).isEqualTo(FADED_BLACK);
    assertThat(pixels(painted)[1]).isEqualTo(0xffffff);
    // 0.75 of the colour: 115 + (128 - 115) * 0.75 = 124.75, 115 - 51 * 0.75 = 76.75, 115 * 0.25 =
    // 28.75.
    assertThat(pixels(painted)[3]).isEqualTo(125 << 16 | 77 << 8 | 29);
  }

  @Test
  void errorsOfASemanticMapAreWrongCategories() {
    Comparison maps =
        new Comparison(
            SegmentationTask.SEMANTIC,
            row(1, 1, 2, 0),
            Map.of(1, 0, 2, 9),
            row(7, 8, 0, 7),
            Map.of(7, 0, 8, 9));

    // Right, wrong category, void prediction on a valid pixel, void truth.
    assertThat(pixels(new ErrorPainter(LABELS).paint(maps, black(4))))
        .containsExactly(
            FADED_BLACK,
            ErrorPainter.WRONG_CATEGORY,
            ErrorPainter.WRONG_CATEGORY,
            SegmentPainter.VOID);
  }

  @Test
  void objectsWithoutAMatchAreErrors() {
    // Truth: cow 1 on four pixels, cow 2 on two. Prediction: cow 3 on three of cow 1 (IoU 3/4) and
    // cow 4 on the rest: one pixel of cow 1 and one of cow 2 (IoU with cow 2: 1/3), then grass.
    Comparison maps =
        new Comparison(
            SegmentationTask.PANOPTIC,
            row(1, 1, 1, 1, 2, 2),
            Map.of(1, 9, 2, 9),
            row(3, 3, 3, 4, 4, 5),
            Map.of(3, 9, 4, 9, 5, 0));

    assertThat(pixels(new ErrorPainter(LABELS).paint(maps, black(6))))
        .containsExactly(
            FADED_BLACK,
            FADED_BLACK,
            FADED_BLACK,
            ErrorPainter.WRONG_OBJECT,
            ErrorPainter.WRONG_OBJECT,
            ErrorPainter.WRONG_CATEGORY);
  }

  @Test
  void backgroundOfAnInstanceMapIsNotVoid() {
    Comparison maps =
        new Comparison(
            SegmentationTask.INSTANCE, row(0, 0, 1), Map.of(1, 9), row(0, 2, 0), Map.of(2, 9));

    // Right background, an invented object, a missed object.
    assertThat(pixels(new ErrorPainter(LABELS).paint(maps, black(3))))
        .containsExactly(FADED_BLACK, ErrorPainter.WRONG_CATEGORY, ErrorPainter.WRONG_CATEGORY);
  }
}
