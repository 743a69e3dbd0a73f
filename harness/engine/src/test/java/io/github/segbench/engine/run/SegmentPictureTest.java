package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SegmentPictureTest {
  private static final LabelSet LABELS =
      new LabelSet(
          "two", List.of(new Category(0, "sky", false, 0), new Category(9, "star", true, 0)), 255);

  @Test
  void categoryZeroIsNotTakenForVoid() throws IOException {
    LabelMap map = LabelMap.ofBytes(4, 1, new byte[] {0, 9, (byte) 255, 3});

    SegmentPicture picture = SegmentPicture.of(new SemanticSegmentation(map), LABELS, 0);

    assertThat(ids(picture)).containsExactly(1, 2, 0, 0);
    assertThat(picture.categories()).isEqualTo(Map.of(1, 0, 2, 9));
  }

  @Test
  void legendHasNoCategoryThatDoesNotOccur() {
    LabelMap map = LabelMap.ofBytes(2, 1, new byte[] {9, (byte) 255});

    assertThat(SegmentPicture.of(new SemanticSegmentation(map), LABELS, 0).categories())
        .isEqualTo(Map.of(2, 9));
  }

  @Test
  void surerInstanceLiesOnTopAndUnsureOnesAreLeftOut() throws IOException {
    Instance sure = Instance.detection(9, 0.9, mask(true, true, false, false));
    Instance lessSure = Instance.detection(9, 0.6, mask(false, true, true, false));
    Instance unsure = Instance.detection(9, 0.4, mask(true, true, true, true));

    SegmentPicture picture =
        SegmentPicture.of(
            new InstanceSegmentation(4, 1, List.of(sure, unsure, lessSure)), LABELS, 0.5);

    assertThat(ids(picture)).containsExactly(2, 2, 1, 0);
    assertThat(picture.categories()).isEqualTo(Map.of(1, 9, 2, 9));
  }

  @Test
  void segmentIdsOfThreeBytesSurvive() throws IOException {
    int[] map = {0xFFFFFF, 0x010203, 0, 256};

    SegmentPicture picture =
        SegmentPicture.of(
            new PanopticSegmentation(
                4,
                1,
                map,
                List.of(
                    new Segment(0xFFFFFF, 9, false),
                    new Segment(0x010203, 0, false),
                    new Segment(256, 9, true))),
            LABELS,
            0);

    assertThat(ids(picture)).containsExactly(map);
    assertThat(picture.categories()).isEqualTo(Map.of(0xFFFFFF, 9, 0x010203, 0, 256, 9));
  }

  private static Mask mask(boolean... bitmap) {
    return Mask.ofBitmap(bitmap.length, 1, bitmap);
  }

  /** Reads the PNG as docs/results.md tells others to. */
  private static int[] ids(SegmentPicture picture) throws IOException {
    RgbImage image = ImageCodec.decode(picture.png(), "picture");
    int[] ids = new int[image.width() * image.height()];
    for (int i = 0; i < ids.length; i++) {
      int x = i % image.width();
      int y = i / image.width();
      ids[i] =
          image.channel(x, y, 0) + 256 * image.channel(x, y, 1) + 65536 * image.channel(x, y, 2);
    }
    return ids;
  }
}
