package io.github.segbench.formats.cityscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.SharedFolder;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CityscapesPredictionsTest {
  private static final LabelMap MAP = new LabelMap(2, 1, new short[] {7, 33});

  @TempDir private Path folder;

  private Path place(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, LabelPng.encode(MAP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ulm_000001_000019.png",
        "ulm_000001_000019_pred_labelIds.png",
        "val/ulm/ulm_000001_000019_leftImg8bit.png",
        "x/ulm_000001_0000190.png",
        "ulm_000001_000019-best.png"
      })
  void matchesWhatTheOfficialScriptMatches(String name) throws IOException {
    place(name);
    place("README.png");
    place("ulm_000001_000020_pred.npy");
    CityscapesPredictions stored = CityscapesPredictions.open(folder);
    assertThat(stored.images()).containsExactly("ulm_000001_000019");
    assertThat(stored.read("ulm_000001_000019").orElseThrow().semantic().orElseThrow().labels())
        .isEqualTo(MAP);
    assertThat(stored.read("ulm_000001_000020")).isEmpty();
  }

  @Test
  void takesFramesOfOtherNumbers() throws IOException {
    place("ulm_1_23_pred.png");
    assertThat(CityscapesPredictions.open(folder).images()).containsExactly("ulm_1_23");
  }

  @Test
  void refusesTwoPredictionsOfOneFrame() throws IOException {
    Path first = place("ulm_000001_000019_colour.png");
    Path second = place("ulm_000001_000019_pred.png");
    assertThatThrownBy(() -> CityscapesPredictions.open(folder))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            second
                + ": second prediction of image 'ulm_000001_000019', the first is "
                + first
                + "; expected one .png file whose name starts with the image");
  }

  @Test
  void refusesFoldersWithoutPredictions() throws IOException {
    place("a.png");
    assertThatThrownBy(() -> CityscapesPredictions.open(folder))
        .isInstanceOf(FormatException.class)
        .hasMessage(folder + ": no predictions in it, expected city_123456_123456*.png");
  }

  @Test
  void hasTheIdsOfTheGroundTruthInTheSyntheticCase() {
    Path results = SharedFolder.require("cases/cityscapes_synthetic_6/results");
    CityscapesPredictions stored = CityscapesPredictions.open(results);
    assertThat(stored.images()).hasSize(6).first().isEqualTo("frankfurt_000000_001000");
    assertThat(stored.read(stored.images().get(0)).orElseThrow().width()).isEqualTo(2048);
  }
}
