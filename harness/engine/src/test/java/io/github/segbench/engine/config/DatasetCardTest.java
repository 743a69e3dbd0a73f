package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.yaml.PathVariables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetCardTest {
  private static final String SOURCE =
      """
      source:
        homepage: https://example.org
        licence: For tests.
        files:
          - {name: scenes.zip, from: scenes-1/data, into: scenes}
          - {name: more.zip, into: scenes}
      """;

  @TempDir private Path root;
  private ConfigFolder folder;

  @BeforeEach
  void writeFolder() {
    folder = new ConfigFolder(root);
  }

  @Test
  void cardHasTheTasksThatTheFileStates() {
    assertThat(card("tasks: [panoptic, semantic]\n").tasks())
        .containsExactly(SegmentationTask.PANOPTIC, SegmentationTask.SEMANTIC);
    assertThat(card("").tasks()).isEmpty();
  }

  @Test
  void refusesTasksThatThereAreNot() {
    assertThatThrownBy(() -> card("tasks: [semantics]\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("did you mean 'semantic'?");
    assertThatThrownBy(() -> card("tasks: [semantic, semantic]\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("once more");
  }

  @Test
  void fileKnowsWhichFolderOfItsArchiveIsTaken() {
    List<RemoteFile> files = card(SOURCE).origin().orElseThrow().files();

    assertThat(files.get(0).folderOfArchive()).hasValue("scenes-1/data");
    assertThat(files.get(1).folderOfArchive()).isEmpty();
  }

  @Test
  void refusesAFolderOutsideTheArchive() {
    assertThatThrownBy(() -> card(SOURCE.replace("scenes-1/data", "../data")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("expected a relative folder without '..'");
  }

  private DatasetCard card(String more) {
    folder.write("datasets/scenes.yaml", ConfigFolder.DATASET + more);
    return new ConfigCatalogue(
            FakePlugins.plugins(), root, new PathVariables(Map.of(), "/home/user"))
        .dataset("scenes", List.of());
  }
}
