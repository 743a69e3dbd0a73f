package io.github.segbench.datasets.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.png.LabelPng;
import io.github.segbench.formats.png.PanopticPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class DatasetExporterTest {
  private static final int WIDTH = 3;
  private static final int HEIGHT = 2;

  // ground ground car
  // ground void   car
  private static final LabelMap LABELS =
      new LabelMap(WIDTH, HEIGHT, new short[] {0, 0, 300, 0, 255, 300});
  private static final Mask CAR =
      Mask.ofBitmap(WIDTH, HEIGHT, new boolean[] {false, false, true, false, false, true});
  private static final PanopticSegmentation PANOPTIC =
      new PanopticSegmentation(
          WIDTH,
          HEIGHT,
          new int[] {1, 1, 70000, 1, 0, 70000},
          List.of(
              new Segment(1, 0, false), new Segment(2, 0, false), new Segment(70000, 300, true)));

  @TempDir private Path folder;

  private static Dataset dataset(Segmentation... truth) {
    return new TinyDataset(
        List.of(
            new TinyDataset.TinySample("first", WIDTH, HEIGHT, truth),
            new TinyDataset.TinySample("second", WIDTH, HEIGHT, truth)));
  }

  private static InstanceSegmentation instances() {
    Instance crowd = new Instance(300, 1, CAR, new BoundingBox(1.5, 0, 1, 2), true, 2.25);
    return new InstanceSegmentation(WIDTH, HEIGHT, List.of(Instance.groundTruth(300, CAR), crowd));
  }

  private Path export(Dataset dataset) {
    Path target = folder.resolve("a/export");
    new DatasetExporter().export(dataset, target, done -> {});
    return target;
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void writesTheFilesOfTheTasksThatTheDatasetHas() throws IOException {
    assertThat(files(export(dataset(new SemanticSegmentation(LABELS)))))
        .containsExactly(
            "images/first.png", "images/second.png", "labels/first.png", "labels/second.png");
    Path all = folder.resolve("all");
    new DatasetExporter()
        .export(dataset(new SemanticSegmentation(LABELS), instances(), PANOPTIC), all, done -> {});
    assertThat(files(all))
        .contains("instances.json", "panoptic.json", "panoptic/first.png", "labels/second.png");
  }

  @Test
  void keepsImagesAndLabels() throws IOException {
    Dataset dataset = dataset(new SemanticSegmentation(LABELS));
    Path target = export(dataset);
    assertThat(LabelPng.read(target.resolve("labels/second.png"))).isEqualTo(LABELS);
    Path image = target.resolve("images/first.png");
    Sample sample = dataset.samples().get(0);
    assertThat(ImageCodec.decode(Files.readAllBytes(image), "first").pixels())
        .isEqualTo(sample.image().pixels());
  }

  @Test
  void writesInstancesAsCocoDoes() throws IOException {
    JsonNode json = json(export(dataset(instances())).resolve("instances.json"));
    assertThat(json.at("/categories").size()).isEqualTo(1);
    assertThat(json.at("/categories/0").toString())
        .isEqualTo("{\"id\":300,\"name\":\"car\",\"isthing\":1,\"color\":[255,128,0]}");
    assertThat(json.at("/images/1").toString())
        .isEqualTo("{\"id\":2,\"file_name\":\"second.png\",\"width\":3,\"height\":2}");
    // Column by column the mask is 0 0, 0 0, 1 1: four background, two foreground pixels.
    assertThat(json.at("/annotations/0").toString())
        .isEqualTo(
            "{\"id\":1,\"image_id\":1,\"category_id\":300,\"iscrowd\":0,\"area\":2,"
                + "\"bbox\":[2,0,1,2],\"segmentation\":{\"size\":[2,3],\"counts\":\"42\"}}");
    assertThat(CocoRle.decode(WIDTH, HEIGHT, "42")).isEqualTo(CAR);
    assertThat(json.at("/annotations/3").toString())
        .startsWith(
            "{\"id\":4,\"image_id\":2,\"category_id\":300,\"iscrowd\":1,\"area\":2.25,"
                + "\"bbox\":[1.5,0,1,2]");
    assertThat(json.at("/annotations").size()).isEqualTo(4);
  }

  @Test
  void writesPanopticMapsAsCocoDoesWithoutEmptySegments() throws IOException {
    Path target = export(dataset(PANOPTIC));
    assertThat(PanopticPng.read(target.resolve("panoptic/first.png")).ids())
        .containsExactly(PANOPTIC.segmentIds());
    JsonNode json = json(target.resolve("panoptic.json"));
    assertThat(json.at("/categories").size()).isEqualTo(2);
    assertThat(json.at("/categories/0/isthing").asInt()).isZero();
    assertThat(json.at("/annotations/1").toString())
        .isEqualTo(
            "{\"image_id\":2,\"file_name\":\"second.png\",\"segments_info\":["
                + "{\"id\":1,\"category_id\":0,\"iscrowd\":0,\"area\":3,\"bbox\":[0,0,2,2]},"
                + "{\"id\":70000,\"category_id\":300,\"iscrowd\":1,\"area\":2,\"bbox\":[2,0,1,2]}]}");
    assertThat(json.at("/images/0/file_name").asString()).isEqualTo("first.png");
  }

  @Test
  void reportsEachImage() {
    List<Integer> steps = new ArrayList<>();
    new DatasetExporter()
        .export(dataset(new SemanticSegmentation(LABELS)), folder.resolve("x"), steps::add);
    assertThat(steps).containsExactly(1, 2);
  }

  @Test
  void mixesNothingWithFilesThatAreThere() throws IOException {
    Files.createDirectory(folder.resolve("a"));
    Files.createDirectory(folder.resolve("a/export"));
    Dataset dataset = dataset(new SemanticSegmentation(LABELS));
    assertThat(files(export(dataset))).hasSize(4);
    assertThatThrownBy(() -> export(dataset))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("a/export")
        .hasMessageContaining("not empty");
  }

  @Test
  void leavesNothingBehindWhenASampleFails() throws IOException {
    Dataset broken =
        new TinyDataset(
            List.of(
                new TinyDataset.TinySample("first", WIDTH, HEIGHT, PANOPTIC),
                new TinyDataset.TinySample("broken", WIDTH, HEIGHT)));
    assertThatThrownBy(() -> export(broken))
        .isInstanceOf(DatasetException.class)
        .hasMessage("broken.png: cannot be read");
    assertThat(files(folder)).isEmpty();
    try (Stream<Path> left = Files.list(folder.resolve("a"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void namesTheFolderThatCannotBeMade() throws IOException {
    Files.writeString(folder.resolve("file"), "not a folder");
    Path target = folder.resolve("file/export");
    assertThatThrownBy(
            () ->
                new DatasetExporter()
                    .export(dataset(new SemanticSegmentation(LABELS)), target, done -> {}))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("cannot export to " + target);
  }
}
