package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.RunFolder;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.labels.LabelFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SavedPredictionsTest {
  private static final int IMAGES = 12;

  @TempDir private Path folder;
  private final FakeRun run = new FakeRun(FakeReader.ofImages(IMAGES));

  @Test
  void everyPredictionIsThereUnderItsImageInEachFormat() {
    Path saved = save(Set.of(SavedFormat.LABELS, SavedFormat.NPY));
    List<LabelMap> asPng = read(saved.resolve("labels"));
    assertThat(asPng).hasSize(IMAGES).isEqualTo(read(saved.resolve("npy")));
    try (OpenTrial trial = new TrialOpener(run.plugins()).open(FakeRun.trial(folder))) {
      for (int i = 0; i < IMAGES; i++) {
        LabelMap truth = labels(trial.samples().get(i).groundTruth());
        // Image i has min(i, 8) of its 8 pixels wrong.
        assertThat(equalPixels(truth, asPng.get(i))).isEqualTo(8 - Math.min(i, 8));
      }
    }
  }

  @Test
  void taskThatNoFormatWasChosenForHasItsDefault() {
    Path saved = save(Set.of(SavedFormat.COCO_INSTANCES));
    assertThat(saved.resolve("labels/img0.png")).exists();
    assertThat(saved.resolve("instances.json")).doesNotExist();
  }

  @Test
  void formatThatCannotHoldTheLabelsIsRefusedBeforeAnyImage() {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> save(Set.of(SavedFormat.LABELS, SavedFormat.CITYSCAPES)))
        .withMessage("labels parity: no category has a name of Cityscapes, such as road");
    assertThat(run.reader.loadingThreads).isEmpty();
  }

  @Test
  void whatTheDataSetDoesNotShareWithTheModelIsSavedAsVoid() {
    Path saved = save(FakeRun.partialTrial(folder), Set.of(SavedFormat.LABELS));
    for (LabelMap map : read(saved.resolve("labels"))) {
      assertThat(map.at(0)).isZero();
      assertThat(map.at(1)).isEqualTo(255);
    }
  }

  private Path save(Set<SavedFormat> formats) {
    return save(FakeRun.trial(folder), formats);
  }

  private Path save(Trial chosen, Set<SavedFormat> formats) {
    RunFolder results = RunFolder.create(folder, "saved", Instant.EPOCH);
    try (OpenTrial trial = new TrialOpener(run.plugins()).open(chosen)) {
      new AccuracyRunner(
              FakeRun.accuracy(3), Gallery.NONE, new SavedPredictions(results, formats), 0)
          .run(trial, () -> {});
      return results.predictionsFolder(trial.trial().id());
    }
  }

  private static List<LabelMap> read(Path saved) {
    LabelFolder maps = LabelFolder.open(saved);
    return IntStream.range(0, IMAGES)
        .mapToObj(i -> labels(maps.read("img" + i).orElseThrow()))
        .toList();
  }

  private static LabelMap labels(Segmentations segmentations) {
    return segmentations.semantic().orElseThrow().labels();
  }

  private static int equalPixels(LabelMap first, LabelMap second) {
    int equal = 0;
    for (int y = 0; y < first.height(); y++) {
      for (int x = 0; x < first.width(); x++) {
        equal += first.at(x, y) == second.at(x, y) ? 1 : 0;
      }
    }
    return equal;
  }
}
