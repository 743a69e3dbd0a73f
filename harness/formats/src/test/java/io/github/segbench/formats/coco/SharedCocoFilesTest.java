package io.github.segbench.formats.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that other tools wrote; each test is skipped where they are absent. */
final class SharedCocoFilesTest {
  @Test
  void agreesWithATreeOfTheSameFiles() {
    Path folder = CocoFixture.shared("cases/coco_synthetic_200");
    CocoInstances truth = CocoInstances.read(folder.resolve("gt.json"));
    CocoResults results = CocoResults.read(folder.resolve("dt.json"), truth);
    assertThat(truth.images()).hasSize(200);
    assertThat(truth.size()).isEqualTo(1740);
    assertThat(results.size()).isEqualTo(10_441);
    JsonNode tree = JsonMapper.shared().readTree(folder.resolve("gt.json")).get("annotations");
    Map<Long, List<JsonNode>> byImage = byImage(tree);
    Map<Long, List<JsonNode>> detections =
        byImage(JsonMapper.shared().readTree(folder.resolve("dt.json")));
    for (String image : truth.images()) {
      long id = Long.parseLong(image);
      List<JsonNode> nodes = byImage.getOrDefault(id, List.of());
      List<Instance> objects = CocoFixture.read(truth, image);
      assertThat(objects).hasSameSizeAs(nodes);
      for (int i = 0; i < nodes.size(); i++) {
        Instance object = objects.get(i);
        assertThat(object.category()).isEqualTo(nodes.get(i).get("category_id").asInt());
        assertThat(object.crowd()).isEqualTo(nodes.get(i).get("iscrowd").asInt() == 1);
        assertThat(object.area()).isEqualTo(nodes.get(i).get("area").asDouble());
        assertThat(object.box().x()).isEqualTo(nodes.get(i).get("bbox").get(0).asDouble());
        assertThat(object.box().height()).isEqualTo(nodes.get(i).get("bbox").get(3).asDouble());
        assertThat(object.mask().area()).isPositive();
      }
      assertThat(CocoFixture.read(results, image))
          .extracting(Instance::score)
          .isEqualTo(
              detections.getOrDefault(id, List.of()).stream()
                  .map(n -> n.get("score").asDouble())
                  .toList());
    }
  }

  private static Map<Long, List<JsonNode>> byImage(JsonNode list) {
    return list.valueStream().collect(Collectors.groupingBy(node -> node.get("image_id").asLong()));
  }

  @Test
  void readsPolygonsOfTheToyCase() {
    Path folder = CocoFixture.shared("cases/boundary_ap_toy");
    CocoInstances truth = CocoInstances.read(folder.resolve("gt_dataset.json"));
    CocoResults results = CocoResults.read(folder.resolve("dt_dataset.json"), truth);
    assertThat(truth.images()).containsExactly("1", "2", "3");
    for (String image : truth.images()) {
      for (Instance object : CocoFixture.read(truth, image)) {
        // The file's areas were measured on masks of these polygons, by another tool.
        assertThat(object.area())
            .isBetween(object.mask().area() * 0.95, object.mask().area() * 1.05);
      }
      assertThat(CocoFixture.read(results, image)).allMatch(found -> found.mask().area() > 0);
    }
  }

  @Test
  void refusesRunLengthsThatOverrunTheirImage(@TempDir Path temp) {
    Path folder = CocoFixture.shared("cases/rle_edge_cases_ppwwyyxx");
    JsonNode input = JsonMapper.shared().readTree(folder.resolve("input.json"));
    CocoInstances truth =
        CocoInstances.read(
            CocoFixture.write(
                temp,
                "gt.json",
                """
                {'images': [{'id': 1, 'width': 1024, 'height': 1024},
                            {'id': 2, 'width': 1080, 'height': 1350}],
                 'annotations': [{'image_id': 1, 'category_id': 1, 'segmentation': %s},
                                 {'image_id': 2, 'category_id': 1, 'segmentation': %s}],
                 'categories': [{'id': 1, 'name': 'a'}]}
                """
                    .formatted(input.get("invalid"), input.get("zero_leading"))));
    assertThatThrownBy(() -> truth.read("1"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("annotations[0]: segmentation of image 1: RLE string has a run of");
    Mask mask = CocoFixture.read(truth, "2").get(0).mask();
    assertThat(mask).isEqualTo(Mask.ofBitmap(1080, 1350, mask.toBitmap()));
  }

  @Test
  void readsPanopticPairsWhoseSegmentsAreAllThere() {
    Path folder = CocoFixture.shared("cases/panoptic_synthetic_40");
    CocoPanoptic truth = CocoPanoptic.read(folder.resolve("gt.json"), folder.resolve("gt"));
    CocoPanoptic found =
        CocoPanoptic.readPredictions(PanopticFiles.beside(folder.resolve("pred.json")), truth);
    assertThat(truth.images()).hasSize(40).isEqualTo(found.images());
    assertThat(truth.labels().size()).isEqualTo(133);
    assertThat(truth.labels().things()).hasSize(80);
    for (String image : truth.images()) {
      assertSegmentsHavePixels(truth, image);
      assertSegmentsHavePixels(found, image);
    }
  }

  @Test
  void readsThePanopticHalfOfCoco() {
    Path json = CocoFixture.shared("data/coco/annotations").resolve("panoptic_train2017.json");
    CocoPanoptic truth = CocoPanoptic.read(PanopticFiles.parse(json.toString()));
    assertThat(truth.images()).hasSize(100);
    int segments = 0;
    int crowds = 0;
    for (String image : truth.images()) {
      PanopticSegmentation map = assertSegmentsHavePixels(truth, image);
      segments += map.segments().size();
      crowds += (int) map.segments().stream().filter(Segment::crowd).count();
    }
    assertThat(segments).isEqualTo(1111);
    assertThat(crowds).isEqualTo(6);
  }

  private static PanopticSegmentation assertSegmentsHavePixels(CocoPanoptic stored, String image) {
    PanopticSegmentation map = stored.read(image).orElseThrow().panoptic().orElseThrow();
    Set<Integer> pixels = new HashSet<>(SegmentExtent.of(map).keySet());
    pixels.remove(PanopticSegmentation.VOID);
    assertThat(map.segments()).extracting(Segment::id).containsExactlyInAnyOrderElementsOf(pixels);
    return map;
  }

  @Test
  void readsTinyFilesOfAnotherTool() {
    Path folder = CocoFixture.shared("data/layouts/coco_dataset");
    Path annotations = folder.resolve("coco/annotations");
    CocoInstances val = CocoInstances.read(annotations.resolve("instances_val.json"));
    List<Instance> objects = CocoFixture.read(val, "40");
    // A polygon of one by two pixels, and a crowd of counts 0, 20, 30 in a 5x10 image.
    assertThat(objects.get(0).mask()).isEqualTo(Mask.ofCounts(5, 10, new int[] {0, 2, 48}));
    assertThat(objects.get(1).mask()).isEqualTo(Mask.ofCounts(5, 10, new int[] {0, 20, 30}));
    assertThat(objects.get(1).crowd()).isTrue();
    CocoInstances train = CocoInstances.read(annotations.resolve("instances_train.json"));
    // An empty segmentation: the box 2, 2, 3, 1.
    assertThat(CocoFixture.read(train, "5").get(0).mask().area()).isEqualTo(3);
    assertThat(train.boxesAlone()).isEqualTo(1);
    for (String part : List.of("coco", "coco_panoptic")) {
      Path json = folder.resolve(part).resolve("annotations/panoptic_val.json");
      assertThat(CocoPanoptic.read(PanopticFiles.beside(json)).read("40")).isPresent();
    }
    assertThatThrownBy(() -> CocoInstances.read(annotations.resolve("labels_train.json")))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("annotations[0]: there is neither a segmentation nor a bbox");
    assertThatThrownBy(() -> CocoInstances.read(annotations.resolve("image_info_val.json")))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("categories: label set image_info_val has no categories");
  }
}
