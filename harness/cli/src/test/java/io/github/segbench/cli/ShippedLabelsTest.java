package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMapping;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.formats.cityscapes.CityscapesLabel;
import io.github.segbench.formats.cityscapes.CityscapesLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The label sets under configs/labels are the official ones, and their mappings fit each other. */
final class ShippedLabelsTest {
  private static final Path CONFIGS =
      Path.of(System.getProperty("segbench.root", "")).resolve("configs");

  @Test
  void sizesThingsAndVoidAreTheOfficialOnes() throws IOException {
    assertThat(all())
        .extracting(
            LabelSet::id,
            LabelSet::size,
            labels -> labels.things().size(),
            labels -> labels.ignoreId().orElse(LabelSet.NO_IGNORE))
        .contains(
            tuple("ade20k", 150, 100, 0),
            tuple("camvid11", 11, 5, 11),
            tuple("cityscapes", 19, 8, 0),
            tuple("cityscapes-train-ids", 19, 8, 255),
            tuple("cityscapes34", 34, 10, 255),
            tuple("cityscapes7", 7, 2, 0),
            tuple("coco133", 133, 80, 0),
            tuple("coco171", 171, 80, 255),
            tuple("coco80", 80, 80, 0),
            tuple("coco91", 91, 90, LabelSet.NO_IGNORE),
            tuple("shapes", 8, 4, 255),
            tuple("voc", 21, 20, 255));
  }

  @Test
  void cocoHasItsIdsWithTheirGaps() {
    assertThat(labels("coco80").byId(13)).get().extracting(Category::name).isEqualTo("stop sign");
    assertThat(labels("coco80").indexOf(12)).isEqualTo(-1);
    assertThat(labels("coco80").byName("toothbrush")).get().extracting(Category::id).isEqualTo(90);
    assertThat(labels("coco80").byName("person"))
        .get()
        .extracting(Category::colourHex)
        .isEqualTo("#dc143c");
    assertThat(labels("coco133").byName("rug-merged"))
        .get()
        .extracting(Category::id, Category::colourHex, Category::group)
        .containsExactly(200, "#fa8dff", "textile");
    // A value of COCO-Stuff's pixel maps is the official id minus 1: wood is 182.
    assertThat(labels("coco171").byName("wood")).get().extracting(Category::id).isEqualTo(181);
    assertThat(labels("coco171").byName("person")).get().extracting(Category::id).isEqualTo(0);
  }

  @Test
  void stuffOfCocoStuffHasItsIdInThePanopticSetUnlessItWasMerged() {
    LabelSet panoptic = labels("coco133");
    LabelSet stuff = labels("coco171");
    for (Category category : panoptic.categories()) {
      if (category.id() < 183) {
        assertThat(stuff.byId(category.id() - 1))
            .get()
            .extracting(Category::name, Category::isThing)
            .containsExactly(category.name(), category.isThing());
      }
    }
  }

  @Test
  void outputOfADetectorIsTheThingOfItsNumber() {
    LabelSet labels = labels("coco91");
    for (int output = 1; output < labels.size(); output++) {
      assertThat(labels.things().get(output - 1).id()).isEqualTo(output);
    }
    LabelSet used = labels("coco80");
    for (Category category : labels.things()) {
      assertThat(used.byId(category.id()).map(Category::name).orElse("N/A " + category.id()))
          .isEqualTo(category.name());
    }
  }

  @Test
  void cityscapesIsWhatItsFormatsKnow() {
    assertThat(labels("cityscapes").categories())
        .isEqualTo(CityscapesLabels.evaluated().categories());
    assertThat(labels("cityscapes-train-ids").categories())
        .isEqualTo(CityscapesLabels.trainIds().categories());
    assertThat(labels("cityscapes34").categories())
        .isEqualTo(
            Arrays.stream(CityscapesLabel.values())
                .filter(label -> label.id() >= 0)
                .map(label -> label.toCategory(label.id()))
                .toList());
  }

  @Test
  void cityscapesClassesAreMappedToTheirCategories() {
    for (String id : List.of("cityscapes", "cityscapes34", "cityscapes-train-ids")) {
      for (Category category : labels(id).categories()) {
        String group = Objects.requireNonNull(category.group());
        assertThat(labels(id).namesIn("cityscapes7").getOrDefault(category.name(), category.name()))
            .isEqualTo(group);
      }
    }
  }

  @Test
  void officialFileOfCocoPanopticSaysTheSame() throws IOException {
    Path file =
        Path.of(System.getProperty("segbench.shared", "absent"))
            .resolve("data/coco/annotations/panoptic_train2017.json");
    assumeTrue(Files.isRegularFile(file), "no COCO panoptic annotations");
    JsonNode categories = JsonMapper.shared().readTree(Files.readString(file)).get("categories");

    LabelSet labels = labels("coco133");
    assertThat(categories).hasSize(labels.size());
    for (JsonNode category : categories) {
      assertThat(labels.byId(category.get("id").asInt()))
          .get()
          .extracting(Category::name, Category::isThing, Category::group)
          .containsExactly(
              category.get("name").asString(),
              category.get("isthing").asInt() == 1,
              category.get("supercategory").asString());
    }
    assertThat(labels("coco80").categories()).isEqualTo(labels.things());
  }

  @Test
  void everyMappingLeadsToAShippedLabelSetAndMeansSomething() throws IOException {
    List<String> ids = all().stream().map(LabelSet::id).toList();
    for (LabelSet labels : all()) {
      labels
          .mappings()
          .forEach(
              (other, names) -> {
                assertThat(ids).contains(other);
                assertThat(names).as(labels.id() + " to " + other).isNotEmpty();
                names.forEach((name, there) -> assertThat(there).isNotEqualTo(name));
              });
    }
  }

  @Test
  void networksOfOneLabelSetAreScoredOnTheSharedCategoriesOfAnother() {
    assertThat(shared("coco91", "coco80")).isEqualTo(80);
    assertThat(shared("coco80", "coco133")).isEqualTo(80);
    assertThat(shared("coco133", "coco80")).isEqualTo(80);
    assertThat(shared("coco171", "coco133")).isEqualTo(133);
    // 80 things and the 36 kinds of stuff that were not merged.
    assertThat(shared("coco133", "coco171")).isEqualTo(116);
    for (String coco : List.of("coco80", "coco91", "coco133", "coco171")) {
      // All of VOC but its background, in both directions.
      assertThat(shared("voc", coco)).as(coco).isEqualTo(20);
      assertThat(shared(coco, "voc")).as(coco).isEqualTo(20);
    }
    assertThat(shared("cityscapes34", "cityscapes")).isEqualTo(19);
    assertThat(shared("cityscapes-train-ids", "cityscapes")).isEqualTo(19);
    for (String fine : List.of("cityscapes", "cityscapes-train-ids", "cityscapes34")) {
      assertThat(shared(fine, "cityscapes7")).as(fine).isEqualTo(7);
    }
    // Sky alone is a category of one label.
    assertThat(shared("cityscapes7", "cityscapes")).isEqualTo(1);
  }

  private static int shared(String model, String dataset) {
    return LabelMapping.between(labels(model), labels(dataset)).orElseThrow().shared().size();
  }

  private static List<LabelSet> all() throws IOException {
    try (Stream<Path> files = Files.list(CONFIGS.resolve("labels"))) {
      return files.map(file -> labels(file.getFileName().toString().replace(".yaml", ""))).toList();
    }
  }

  private static LabelSet labels(String id) {
    return new ConfigCatalogue(Plugins.onClassPath(), CONFIGS).labels(id);
  }
}
