package io.github.segbench.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSampleTest {
  @TempDir private Path folder;
  private Path image;

  @BeforeEach
  void writeImage() throws IOException {
    image = folder.resolve("a.png");
    Files.write(image, ImageCodec.encodePng(new RgbImage(4, 3, new byte[4 * 3 * 3])));
  }

  private FileSample sample(int width, int height) {
    LabelMap map = LabelMap.ofBytes(width, height, new byte[width * height]);
    Segmentations truth = Segmentations.of(new SemanticSegmentation(map));
    Annotation annotation =
        new Annotation() {
          @Override
          public List<Path> files() {
            return List.of(folder.resolve("a_labels.png"));
          }

          @Override
          public Segmentations read() {
            return truth;
          }
        };
    return new FileSample("a", image, annotation);
  }

  @Test
  void refusesLabelsOfAnotherSizeThanTheImage() {
    FileSample sample = sample(3, 4);
    String expected =
        folder.resolve("a_labels.png")
            + ": labels of image 'a' are 3x4, expected 4x3 as in "
            + image;
    assertThatThrownBy(sample::groundTruth)
        .isInstanceOf(DatasetException.class)
        .hasMessage(expected);
    assertThatThrownBy(sample::load).isInstanceOf(DatasetException.class).hasMessage(expected);
  }

  @Test
  void groundTruthDecodesNoPixelOfTheImage() throws IOException {
    Files.write(image, Arrays.copyOf(Files.readAllBytes(image), 40));
    FileSample sample = sample(4, 3);
    assertThat(sample.groundTruth().width()).isEqualTo(4);
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(image + ": corrupt");
  }

  @Test
  void namesAnImageThatIsMissing() throws IOException {
    Files.delete(image);
    FileSample sample = sample(4, 3);
    assertThatThrownBy(sample::groundTruth)
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(image + ": cannot be read");
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(image + ": cannot be read");
  }
}
