package io.github.segbench.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.ImageSize;
import io.github.segbench.api.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Photos of real data sets, where they are present. */
final class RealPhotosTest {
  private static Path data(String name) {
    Path root = Path.of(System.getProperty("segbench.shared", "absent"), "data", name);
    assumeTrue(Files.isDirectory(root), "no data at " + root);
    return root;
  }

  private static ImageSize decodedSize(Path file) throws IOException {
    RgbImage image = ImageCodec.decode(Files.readAllBytes(file), file.toString());
    ImageSize size = new ImageSize(image.width(), image.height());
    assertThat(ImageCodec.size(file)).as("%s", file).isEqualTo(size);
    return size;
  }

  @Test
  void readsCocoImagesInTheSizesThatItsJsonSays() throws IOException {
    Path coco = data("coco");
    Path json = coco.resolve("annotations/panoptic_train2017.json");
    JsonNode images = new ObjectMapper().readTree(Files.readAllBytes(json)).get("images");
    assertThat(images).hasSize(100);
    for (JsonNode image : images) {
      Path file = coco.resolve("train2017").resolve(image.get("file_name").asString());
      assertThat(decodedSize(file))
          .as("%s", file)
          .isEqualTo(new ImageSize(image.get("width").asInt(), image.get("height").asInt()));
    }
  }

  @Test
  void readsEveryCamVidImage() throws IOException {
    for (String split : List.of("train", "val")) {
      try (Stream<Path> files = Files.list(data("camvid").resolve(split))) {
        for (Path file : files.sorted().toList()) {
          assertThat(decodedSize(file)).as("%s", file).isEqualTo(new ImageSize(480, 360));
        }
      }
    }
  }
}
