package io.github.segbench.formats.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with one image of 3 x 2 pixels in each phase. */
final class PascalDetailTest {
  private static final String IMAGES =
      """
      [{"file_name": "2008_000002.jpg", "phase": "val", "height": 2, "width": 3,
        "date_captured": "31-May-2015 17:44:04", "image_id": 2008000002},
       {"file_name": "2008_000003.jpg", "phase": "train", "height": 2, "width": 3,
        "image_id": 2008000003}]
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("trainval_merged.json");
  }

  private PascalDetail read(String json) throws IOException {
    Files.writeString(file, json);
    return PascalDetail.read(file);
  }

  private AbstractThrowableAssert<?, ?> failure(String json) {
    return assertThatThrownBy(() -> read(json)).isInstanceOf(FormatException.class);
  }

  /** Some columns of an image of 3 x 2 pixels, as compressed run lengths. */
  private static String columns(int first, int end) {
    int[] counts = {first * 2, (end - first) * 2, (3 - end) * 2};
    String text = CocoRle.encode(Mask.ofCounts(3, 2, counts));
    return "{\"size\": [2, 3], \"counts\": \"" + text.replace("\\", "\\\\") + "\"}";
  }

  private static String annotation(long image, int category, String segmentation) {
    return "{\"id\": 1, \"iscrowd\": 1, \"parts\": [], \"image_id\": "
        + image
        + ", \"category_id\": "
        + category
        + ", \"segmentation\": "
        + segmentation
        + "}";
  }

  private static String file(String annotations) {
    return "{\"info\": {}, \"annos_boundary\": [{\"image_id\": 1}], \"annos_segmentation\": ["
        + annotations
        + "], \"images\": "
        + IMAGES
        + "}";
  }

  @Test
  void paintsLaterAnnotationsOverEarlierOnes() throws IOException {
    PascalDetail detail =
        read(
            file(
                annotation(2008000002, 454, columns(0, 2))
                    + ","
                    + annotation(2008000003, 9, columns(2, 3))
                    + ","
                    + annotation(2008000002, 427, columns(1, 2))));
    assertThat(detail.images())
        .containsExactly(
            new DetailImage(2008000002, "2008_000002.jpg", "val"),
            new DetailImage(2008000003, "2008_000003.jpg", "train"));
    assertThat(detail.labels(detail.images().get(0)))
        .isEqualTo(new LabelMap(3, 2, new short[] {454, 427, 0, 454, 427, 0}));
    assertThat(detail.labels(detail.images().get(1)))
        .isEqualTo(new LabelMap(3, 2, new short[] {0, 0, 9, 0, 0, 9}));
  }

  @Test
  void hasAnImageThatNothingIsAnnotatedIn() throws IOException {
    PascalDetail detail = read(file(""));
    assertThat(detail.labels(detail.images().get(0))).isEqualTo(new LabelMap(3, 2, new short[6]));
  }

  @Test
  void namesWhatIsMissing() {
    failure("{\"images\": []}").hasMessage(file + ": key 'annos_segmentation' is missing");
    failure("{\"annos_segmentation\": []}").hasMessage(file + ": key 'images' is missing");
    failure("{\"annos_segmentation\": [], \"images\": [{\"image_id\": 1}]}")
        .hasMessageStartingWith(file + ": images[0]: key 'file_name' is missing");
    failure(file("{\"image_id\": 2008000002, \"category_id\": 2}"))
        .hasMessageStartingWith(file + ": annos_segmentation[0]: key 'segmentation' is missing");
    failure(file("{\"image_id\": 2008000002}"))
        .hasMessageStartingWith(file + ": annos_segmentation[0]: key 'category_id' is missing");
  }

  @Test
  void refusesWhatContradictsItself() throws IOException {
    failure(file(annotation(7, 2, columns(0, 1))))
        .hasMessage(
            file + ": annos_segmentation[0]: image_id is 7, expected an image of the ground truth");
    failure(file(annotation(2008000002, 460, columns(0, 1))))
        .hasMessageStartingWith(
            file + ": annos_segmentation[0]: category_id is 460, expected 0..459");
    failure(file(annotation(2008000002, 2, "{\"size\": [3, 2], \"counts\": \"6\"}")))
        .hasMessageContaining("segmentation of image 2008000002 is 2x3, expected 3x2");
    PascalDetail damaged =
        read(file(annotation(2008000002, 2, "{\"size\": [2, 3], \"counts\": \"1\"}")));
    assertThatThrownBy(() -> damaged.labels(damaged.images().get(0)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(
            file + ": annos_segmentation[0]: segmentation of image 2008000002: ");
  }

  @Test
  void saysThatTheFileIsCutOff() {
    failure(file("").substring(0, 80)).hasMessageContaining("the JSON is cut off");
  }
}
