package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.result.TrialPhase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrialOpenerTest {
  @TempDir private Path folder;

  @Test
  void identityIsComplete() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));

    try (OpenTrial trial = new TrialOpener(run.plugins()).open(FakeRun.trial(folder))) {
      assertThat(trial.identity().modelSha256()).isEqualTo(FakeRun.WEIGHTS_SHA256);
      assertThat(trial.identity().modelBytes()).isEqualTo("weights".length());
      assertThat(trial.identity().modelFormat()).isEqualTo("onnx");
      assertThat(trial.identity().datasetFingerprint()).isEqualTo("ab".repeat(32));
      assertThat(trial.identity().images()).isEqualTo(5);
      assertThat(trial.identity().backendVersion()).isEqualTo("1.2.3");
      assertThat(trial.identity().device()).isEqualTo("cpu");
      assertThat(trial.identity().precision()).isEqualTo("fp32");
      assertThat(trial.identity().labelSet()).isEqualTo("parity");
      assertThat(trial.identity().preprocessing())
          .isEqualTo(
              "size kept, RGB NCHW, (x * 1.000 - [0.000, 0.000, 0.000]) / [1.000, 1.000, 1.000]");
      assertThat(trial.tasks()).isEqualTo(Set.of(SegmentationTask.SEMANTIC));
    }
    assertThat(run.backend.openSessions).hasValue(0);
  }

  /** A network that must be run tile by tile would otherwise be given whole images. */
  @Test
  void runsTheNetworkInTheWayOfItsAdapter() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));

    try (OpenTrial trial = new TrialOpener(run.plugins()).open(FakeRun.trial(folder))) {
      assertThat(run.family.sessionsAround).hasValue(1);
    }
  }

  @Test
  void limitIsNotExceeded() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));
    Trial all = FakeRun.trial(folder);
    Trial limited = new Trial(all.id(), all.model(), FakeRun.dataset(2), all.backend());

    try (OpenTrial trial = new TrialOpener(run.plugins()).open(limited)) {
      assertThat(trial.samples()).extracting(Sample::id).containsExactly("img0", "img1");
      assertThat(trial.identity().images()).isEqualTo(2);
    }
  }

  @Test
  void subsetIsPartOfTheIdentity() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));
    Trial all = FakeRun.trial(folder);
    Trial limited = new Trial(all.id(), all.model(), FakeRun.dataset(2), all.backend());
    TrialOpener opener = new TrialOpener(run.plugins());

    try (OpenTrial whole = opener.open(all);
        OpenTrial part = opener.open(limited)) {
      assertThat(whole.identity().subset()).isNull();
      assertThat(part.identity().subset()).isEqualTo("first2");
      assertThat(part.identity().datasetFingerprint())
          .isNotEqualTo(whole.identity().datasetFingerprint());
    }
  }

  @Test
  void readsNoDataForTheFingerprintOfATrialThatIsOnlyTimed() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));

    try (OpenTrial trial = TrialOpener.forTiming(run.plugins()).open(FakeRun.trial(folder))) {
      assertThat(trial.samples()).hasSize(5);
      assertThat(trial.identity().datasetFingerprint()).isNull();
    }
    assertThat(run.reader.fingerprints).hasValue(0);
  }

  @Test
  void missingDataFailInThePhaseOfTheDataSet() {
    FakeRun run = new FakeRun(new FakeReader(5, Set.of(), true, () -> {}));

    assertThatExceptionOfType(TrialFailedException.class)
        .isThrownBy(() -> new TrialOpener(run.plugins()).open(FakeRun.trial(folder)))
        .withMessage("no folder /data/fake")
        .satisfies(e -> assertThat(e.phase()).isEqualTo(TrialPhase.DATASET))
        .satisfies(e -> assertThat(e.identity().datasetFingerprint()).isNull());
  }

  @Test
  void modelThatPredictsNothingOfTheDataSetIsSkipped() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));
    LabelSet other =
        new LabelSet("other", List.of(new Category(0, "cow", true, 0)), LabelSet.NO_IGNORE);
    Trial trial = FakeRun.trial(FakeRun.model("m", other));

    assertThatExceptionOfType(TrialSkippedException.class)
        .isThrownBy(() -> new TrialOpener(run.plugins()).open(trial))
        .withMessage(
            "model m predicts no category of data set fakes: labels other have no name in common"
                + " with labels parity, and no mapping joins them")
        .satisfies(e -> assertThat(e.identity().images()).isEqualTo(5));
  }

  @Test
  void modelThatLacksCategoriesIsOpenedForThoseThatItHas() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));

    try (OpenTrial trial = new TrialOpener(run.plugins()).open(FakeRun.partialTrial(folder))) {
      assertThat(trial.labels().categories()).extracting(Category::name).containsExactly("even");
      assertThat(trial.identity().labelSet()).isEqualTo("parity");
    }
  }

  @Test
  void trialWithoutCommonTaskIsSkipped() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));
    FakeFamily instances = new FakeFamily(SegmentationTask.INSTANCE);
    Plugins plugins = Plugins.of(List.of(instances), List.of(run.backend), List.of(run.reader));

    assertThatExceptionOfType(TrialSkippedException.class)
        .isThrownBy(() -> new TrialOpener(plugins).open(FakeRun.trial(folder)))
        .withMessage("model m predicts instance, data set fakes has ground truth for semantic");
  }

  @Test
  void detectorThatKnowsNoThingOfTheDataSetIsSkipped() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));
    run.reader.tasks = Set.of(SegmentationTask.INSTANCE);
    FakeFamily instances = new FakeFamily(SegmentationTask.INSTANCE);
    Plugins plugins = Plugins.of(List.of(instances), List.of(run.backend), List.of(run.reader));

    assertThatExceptionOfType(TrialSkippedException.class)
        .isThrownBy(() -> new TrialOpener(plugins).open(FakeRun.partialTrial(folder)))
        .withMessage("model half predicts no things of data set fakes");
  }

  @Test
  void modelWithoutAFileForTheBackendIsSkipped() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));
    ModelFile script = new ModelFile("torchscript", FakeRun.weights(folder), null);
    Trial trial = FakeRun.trial(FakeRun.model("m", FakeRun.LABELS, script));

    assertThatExceptionOfType(TrialSkippedException.class)
        .isThrownBy(() -> new TrialOpener(run.plugins()).open(trial))
        .withMessage("backend fake loads onnx in fp32, model m has torchscript in fp32");
  }

  @Test
  void missingModelFileFailsAndIsNamed() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));
    Path absent = folder.resolve("absent.onnx");
    Trial trial =
        FakeRun.trial(FakeRun.model("m", FakeRun.LABELS, new ModelFile("onnx", absent, null)));

    assertThatExceptionOfType(TrialFailedException.class)
        .isThrownBy(() -> new TrialOpener(run.plugins()).open(trial))
        .withMessageStartingWith("model file " + absent + " cannot be read (NoSuchFileException")
        .satisfies(e -> assertThat(e.phase()).isEqualTo(TrialPhase.MODEL));
  }

  @Test
  void wrongChecksumFailsWithFileFoundAndExpectedAndOpensNoSession() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));
    String expected = "0".repeat(64);
    Path weights = FakeRun.weights(folder);
    Trial trial =
        FakeRun.trial(FakeRun.model("m", FakeRun.LABELS, new ModelFile("onnx", weights, expected)));

    assertThatExceptionOfType(TrialFailedException.class)
        .isThrownBy(() -> new TrialOpener(run.plugins()).open(trial))
        .withMessage(
            "model file "
                + weights
                + " has sha256 "
                + FakeRun.WEIGHTS_SHA256
                + ", expected "
                + expected)
        .satisfies(e -> assertThat(e.phase()).isEqualTo(TrialPhase.MODEL));
    assertThat(run.backend.openSessions).hasValue(0);
  }

  @Test
  void absentBackendSkipsWithTheTrueCause() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5), new FakeBackend(false));

    assertThatExceptionOfType(TrialSkippedException.class)
        .isThrownBy(() -> new TrialOpener(run.plugins()).open(FakeRun.trial(folder)))
        .withMessage("no driver")
        .satisfies(e -> assertThat(e.identity().modelSha256()).isEqualTo(FakeRun.WEIGHTS_SHA256));
  }

  @Test
  void defectOfAPluginFailsTheTrialInsteadOfTheRun() {
    FakeRun run = new FakeRun(FakeReader.ofImages(5));
    Plugins plugins = Plugins.of(List.of(), List.of(run.backend), List.of(run.reader));

    assertThatExceptionOfType(TrialFailedException.class)
        .isThrownBy(() -> new TrialOpener(plugins).open(FakeRun.trial(folder)))
        .withMessageContaining("unknown model family 'fake'")
        .satisfies(e -> assertThat(e.phase()).isEqualTo(TrialPhase.MODEL));
  }
}
