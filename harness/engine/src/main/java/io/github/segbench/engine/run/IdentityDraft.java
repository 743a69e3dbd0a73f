package io.github.segbench.engine.run;

import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.TrialIdentity;
import org.jspecify.annotations.Nullable;

/** A trial's identity while it is being found out; a trial that breaks has what was known then. */
final class IdentityDraft {
  private final Trial trial;
  private final String backendVersion;
  private @Nullable String datasetFingerprint;
  private int images;
  private @Nullable String modelFormat;
  private @Nullable String modelSha256;
  private @Nullable Long modelBytes;

  IdentityDraft(Trial trial, String backendVersion) {
    this.trial = trial;
    this.backendVersion = backendVersion;
  }

  void datasetOpened(int evaluated) {
    images = evaluated;
  }

  void datasetRead(String fingerprint) {
    datasetFingerprint = fingerprint;
  }

  void modelChosen(String format) {
    modelFormat = format;
  }

  void modelRead(FileDigest digest) {
    modelSha256 = digest.sha256();
    modelBytes = digest.bytes();
  }

  TrialIdentity identity() {
    var spec = trial.model().spec();
    var data = trial.dataset();
    return new TrialIdentity(
        trial.id(),
        spec.id(),
        spec.name(),
        spec.family(),
        modelFormat,
        modelSha256,
        modelBytes,
        trial.model().parameters(),
        trial.model().macs(),
        data.id(),
        data.name(),
        data.spec().split(),
        data.subset().label().orElse(null),
        data.spec().labels().id(),
        datasetFingerprint,
        images,
        trial.backend().id(),
        backendVersion,
        trial.backend().device().id(),
        trial.backend().precision().id(),
        PreprocessingLine.of(spec.preprocessing()));
  }
}
