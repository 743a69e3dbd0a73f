package io.github.segbench.engine.run;

import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.TrialIdentity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A trial's identity while it is being found out; a trial that breaks has what was known then. */
final class IdentityDraft {
  private final Trial trial;
  private final String backendVersion;
  private @Nullable String datasetFingerprint;
  private int images;
  private final Set<String> modelFormats = new LinkedHashSet<>();
  private final List<FileDigest> modelFiles = new ArrayList<>();

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
    modelFormats.add(format);
  }

  void modelRead(FileDigest digest) {
    modelFiles.add(digest);
  }

  private @Nullable Long modelBytes() {
    return modelFiles.isEmpty() ? null : modelFiles.stream().mapToLong(FileDigest::bytes).sum();
  }

  private static @Nullable String joined(Stream<String> texts) {
    String joined = texts.collect(Collectors.joining("+"));
    return joined.isEmpty() ? null : joined;
  }

  TrialIdentity identity() {
    var spec = trial.model().spec();
    var data = trial.dataset();
    return new TrialIdentity(
        trial.id(),
        spec.id(),
        spec.name(),
        spec.family(),
        joined(modelFormats.stream()),
        joined(modelFiles.stream().map(FileDigest::sha256)),
        modelBytes(),
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
        PreprocessingLine.of(spec),
        PostprocessingLine.of(spec.postProcessors()));
  }
}
