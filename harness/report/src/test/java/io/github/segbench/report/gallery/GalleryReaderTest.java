package io.github.segbench.report.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.GalleryImage;
import io.github.segbench.report.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GalleryReaderTest {
  private static final LabelSet LABELS =
      new LabelSet("one", List.of(new Category(0, "grass", false, 0x00ff00)), 255);

  @TempDir Path folder;

  private String image(String name, int width, int height) throws IOException {
    byte[] pixels = new byte[width * height * 3];
    Files.write(folder.resolve(name), ImageCodec.encodePng(new RgbImage(width, height, pixels)));
    return name;
  }

  private static GalleryImage stored(String image, String truth, String prediction) {
    return new GalleryImage(
        "x",
        SegmentationTask.SEMANTIC,
        List.of(),
        null,
        null,
        image,
        truth,
        prediction,
        Map.of(),
        Map.of());
  }

  @Test
  void readsIdsOfThreeBytes() throws IOException {
    // 1 + 256 * 2 + 65536 * 3 = 197121.
    byte[] pixels = {1, 2, 3, (byte) 255, 0, 0};
    Path file = folder.resolve("ids.png");
    Files.write(file, ImageCodec.encodePng(new RgbImage(2, 1, pixels)));
    SegmentMap map = SegmentMap.read(file);

    assertThat(map.at(0, 0)).isEqualTo(197_121);
    assertThat(map.at(1, 0)).isEqualTo(255);
  }

  @Test
  void shrinksLargeImagesAndStoresThemAsJpeg() throws IOException {
    GalleryPictures pictures =
        new GalleryReader(folder, LABELS)
            .read(
                stored(
                    image("a.png", 720, 480), image("t.png", 720, 480), image("p.png", 720, 480)));

    assertThat(pictures.image().width()).isEqualTo(360);
    assertThat(pictures.image().height()).isEqualTo(240);
    assertThat(pictures.image().dataUri()).startsWith("data:image/jpeg;base64,");
    assertThat(pictures.errors().dataUri()).startsWith("data:image/png;base64,");
    assertThat(pictures.errors().width()).isEqualTo(360);
  }

  @Test
  void keepsSmallImagesAsTheyAre() throws IOException {
    GalleryPictures pictures =
        new GalleryReader(folder, LABELS)
            .read(
                stored(image("a.png", 128, 96), image("t.png", 128, 96), image("p.png", 128, 96)));

    assertThat(pictures.image().width()).isEqualTo(128);
    assertThat(pictures.image().dataUri()).startsWith("data:image/png;base64,");
  }

  @Test
  void refusesFilesOutsideTheRunsFolder() throws IOException {
    GalleryReader reader = new GalleryReader(folder.resolve("run"), LABELS);
    GalleryImage outside = stored("../" + image("a.png", 8, 8), "t.png", "p.png");

    assertThatThrownBy(() -> reader.read(outside))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("outside the run's folder: ../a.png");
  }

  @Test
  void refusesMapsOfDifferentSizes() throws IOException {
    GalleryReader reader = new GalleryReader(folder, LABELS);
    GalleryImage different =
        stored(image("a.png", 8, 8), image("t.png", 8, 8), image("p.png", 8, 9));

    assertThatThrownBy(() -> reader.read(different))
        .isInstanceOf(ReportException.class)
        .hasMessage("p.png and t.png differ in size");
  }

  @Test
  void namesAFileThatIsNoImage() throws IOException {
    Files.writeString(folder.resolve("a.png"), "no image");
    GalleryReader reader = new GalleryReader(folder, LABELS);

    assertThatThrownBy(() -> reader.read(stored("a.png", "t.png", "p.png")))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("a.png: not an image");
  }
}
