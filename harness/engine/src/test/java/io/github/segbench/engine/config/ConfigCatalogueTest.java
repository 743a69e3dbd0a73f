package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the catalogue says of a data set beside how it is read. */
final class ConfigCatalogueTest {
  @TempDir private Path root;

  private ConfigFolder folder;

  @BeforeEach
  void setUp() {
    folder = new ConfigFolder(root);
  }

  @Test
  void readsWhereADatasetIsFromAndHowLargeItIs() {
    folder.write("datasets/scenes.yaml", FullExample.DATASET);

    DatasetCard card = catalogue().dataset("scenes", List.of());

    assertThat(card.tasks()).containsExactly(SegmentationTask.SEMANTIC, SegmentationTask.PANOPTIC);
    assertThat(card.splits()).containsExactly(Map.entry("train", 6000L), Map.entry("test", 300L));
    assertThat(card.origin())
        .contains(
            new DatasetSource(
                URI.create("https://scenes.test/data?set=1"),
                "For tests alone.",
                "Ask the publisher for one.",
                List.of(
                    new RemoteFile(
                        "scenes.zip",
                        URI.create("https://scenes.test/scenes.zip"),
                        123_456_789_012L,
                        Map.of(
                            "sha256",
                            "aa3f55a04cd238c13e95de778d48370fcc147b6ebc2f2ce55e3710fefc7e5041",
                            "sha1",
                            "4e443f8a2eca6b1dac8a6c57641b67dd40621a49",
                            "md5",
                            "6cd6e144f989b92b3379bac3b3de84fd"),
                        "scenes/images",
                        false),
                    new RemoteFile(
                        "labels.TAR.gz",
                        null,
                        null,
                        Map.of(),
                        "scenes",
                        true,
                        "scenes-1.2",
                        List.of("maps/train.zip", "maps/test.zip"),
                        List.of("train")))));
  }

  @Test
  void modelsNeedNotBeHereToBeListed() {
    folder.write(
        "models/tiny.yaml", withSource("{name: a.onnx, url: https://nets.test/a, into: a}"));

    ModelCard card = catalogue().model("tiny");

    assertThat(card.config().spec().files().get(0).path())
        .isEqualTo(root.resolve("weights/a.onnx"));
    assertThat(card.origin().orElseThrow().files()).hasSize(1);
    assertThat(catalogue().models()).extracting(ModelCard::config).contains(card.config());
  }

  @Test
  void runsSayHowToGetAModelThatIsNotHere() {
    folder.write(
        "models/tiny.yaml", withSource("{name: a.onnx, url: https://nets.test/a, into: a}"));

    assertThatThrownBy(folder::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no model file")
        .hasMessageEndingWith("; run './segbench models fetch tiny'");
  }

  @Test
  void runsSayHowToMakeAModelThatNobodyPublishes() {
    folder.write(
        "models/tiny.yaml", withSource("").replace("files: []", "account: Export it yourself."));

    assertThatThrownBy(folder::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith("; Export it yourself.");
  }

  private static String withSource(String file) {
    return ConfigFolder.MODEL.replace("tiny.onnx", "a.onnx")
        + "source: {homepage: https://nets.test, licence: free, files: [%s]}\n".formatted(file);
  }

  @Test
  void reportsPartsOfAnArchiveThatIsNotUnpacked() {
    folder.write(
        "datasets/scenes.yaml",
        FullExample.DATASET.replace(
            "unpack: false", "unpack: false\n      from: a\n      archives: [b.zip]"));

    assertThatThrownBy(() -> catalogue().dataset("scenes", List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "source.files.0.from is of an archive, but scenes.zip is not unpacked; expected no"
                + " 'from', or unpack: true")
        .hasMessageContaining("source.files.0.archives is of an archive");
  }

  @Test
  void leavesOpenWhatAFileDoesNotSay() {
    DatasetCard card = catalogue().dataset("scenes", List.of());

    assertThat(card.splits()).isEmpty();
    assertThat(card.origin()).isEmpty();
  }

  @Test
  void takesKeysAndValuesOfAMappingAsTheTextThatTheyAreWrittenAs() {
    folder.write("datasets/scenes.yaml", FullExample.DATASET);

    DatasetCard card = catalogue().dataset("scenes", List.of());

    assertThat(card.config().spec().options().map("colours"))
        .containsExactly(Map.entry("sky", "0x56b4e9"), Map.entry("1", "on"));
  }

  @Test
  void listsEveryDatasetOfTheFolder() {
    folder.write("datasets/more.yaml", ConfigFolder.DATASET.replace("scenes", "more"));

    assertThat(catalogue().datasets())
        .extracting(card -> card.config().id())
        .containsExactly("more", "scenes");
  }

  @Test
  void reportsAProblemOfAChangeWithTheChange() {
    assertThatThrownBy(() -> catalogue().dataset("scenes", List.of("split=7")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--set split=7: split is 7, expected a text (put it in quotes)");
  }

  private ConfigCatalogue catalogue() {
    return new ConfigCatalogue(FakePlugins.plugins(), root);
  }
}
