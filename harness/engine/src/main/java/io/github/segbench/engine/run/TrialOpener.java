package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.segmentation.LabelMapping;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.chain.PostProcessingChain;
import io.github.segbench.engine.config.BackendConfig;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialPhase;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a trial needs, the cheap things first: the data set, then whether model and data set
 * fit each other, then the model's file, and the network last.
 */
public final class TrialOpener {
  private final Plugins plugins;
  private final @Nullable DatasetFingerprints fingerprints;
  private final LongConsumer modelLoadNanos;

  /** Finds out the fingerprint of each data set when it is first opened. */
  public TrialOpener(Plugins plugins) {
    this(plugins, new DatasetFingerprints(), nanos -> {});
  }

  private TrialOpener(
      Plugins plugins, @Nullable DatasetFingerprints fingerprints, LongConsumer modelLoadNanos) {
    this.plugins = plugins;
    this.fingerprints = fingerprints;
    this.modelLoadNanos = modelLoadNanos;
  }

  /** For trials that are only timed: it does not read data sets for their fingerprints. */
  public static TrialOpener forTiming(Plugins plugins) {
    return forTiming(plugins, nanos -> {});
  }

  /**
   * The same, which tells how long it takes.
   *
   * @param modelLoadNanos is told the time from the open data set to the open trial: the model's
   *     file is read for its checksum, and the network loaded
   */
  public static TrialOpener forTiming(Plugins plugins, LongConsumer modelLoadNanos) {
    return new TrialOpener(plugins, null, modelLoadNanos);
  }

  /**
   * @return to be closed
   * @throws TrialSkippedException if model and data set have no category or no task in common, no
   *     file of the model has a format that the backend loads, or the backend is not to be had here
   * @throws TrialFailedException if the data set, the model's file or the network cannot be opened
   */
  public OpenTrial open(Trial trial) {
    String version = plugins.backends().find(trial.backend().id()).map(Backend::version).orElse("");
    IdentityDraft draft = new IdentityDraft(trial, version);
    Dataset dataset =
        PhaseBoundary.within(TrialPhase.DATASET, draft::identity, () -> openDataset(trial, draft));
    long started = System.nanoTime();
    OpenTrial open =
        PhaseBoundary.within(
            TrialPhase.MODEL, draft::identity, () -> openModel(trial, dataset, draft));
    modelLoadNanos.accept(System.nanoTime() - started);
    return open;
  }

  private Dataset openDataset(Trial trial, IdentityDraft draft) {
    Dataset dataset = trial.dataset().open(plugins.readers());
    draft.datasetOpened(dataset.samples().size());
    if (fingerprints != null) {
      draft.datasetRead(fingerprints.of(trial.dataset(), dataset));
    }
    return dataset;
  }

  private OpenTrial openModel(Trial trial, Dataset dataset, IdentityDraft draft) {
    ModelSpec spec = trial.model().spec();
    ModelAdapter adapter = plugins.adapterFor(spec);
    LabelMapping mapping = mapping(trial, adapter, dataset, draft.identity());
    PostProcessingChain chain = PostProcessingChain.of(spec, adapter, plugins.postProcessors());
    Set<SegmentationTask> tasks = commonTasks(trial, adapter, dataset, mapping, draft.identity());
    InferenceSession session = session(trial, spec, adapter, draft);
    return new OpenTrial(
        trial,
        dataset,
        dataset.samples(),
        adapter,
        chain,
        session,
        mapping,
        tasks,
        draft.identity());
  }

  private InferenceSession session(
      Trial trial, ModelSpec spec, ModelAdapter adapter, IdentityDraft draft) {
    if (!spec.needsBackend()) {
      return adapter.ownSession();
    }
    return spec.parts().isEmpty()
        ? network(trial, spec, adapter, draft)
        : parts(trial, spec, draft);
  }

  private InferenceSession parts(Trial trial, ModelSpec spec, IdentityDraft draft) {
    Map<String, InferenceSession> sessions = new LinkedHashMap<>();
    boolean complete = false;
    try {
      spec.parts()
          .forEach(
              (name, part) ->
                  sessions.put(name, network(trial, part, plugins.adapterFor(part), draft)));
      complete = true;
      return new JointSession(sessions);
    } finally {
      if (!complete) {
        sessions.values().forEach(InferenceSession::close);
      }
    }
  }

  private InferenceSession network(
      Trial trial, ModelSpec spec, ModelAdapter adapter, IdentityDraft draft) {
    Backend backend = plugins.backends().get(trial.backend().id());
    ModelFile file = chooseFile(trial, spec, backend, draft.identity());
    draft.modelChosen(file.format());
    draft.modelRead(checkedDigest(file, draft.identity()));
    InferenceSession network =
        backend.open(sessionSpec(file, spec.preprocessing().inputName(), trial.backend()));
    boolean complete = false;
    try {
      InferenceSession session = adapter.around(network);
      complete = true;
      return session;
    } finally {
      if (!complete) {
        network.close();
      }
    }
  }

  private static LabelMapping mapping(
      Trial trial, ModelAdapter adapter, Dataset dataset, TrialIdentity identity) {
    var spec = trial.model().spec();
    LabelSet predicted = adapter.matching().isPresent() ? dataset.labels() : spec.labels();
    return LabelMapping.between(predicted, dataset.labels())
        .orElseThrow(
            () ->
                new TrialSkippedException(
                    identity,
                    "model "
                        + spec.id()
                        + " predicts no category of data set "
                        + dataset.id()
                        + ": labels "
                        + spec.labels().id()
                        + " have no name in common with labels "
                        + dataset.labels().id()
                        + ", and no mapping joins them"));
  }

  private static Set<SegmentationTask> commonTasks(
      Trial trial,
      ModelAdapter adapter,
      Dataset dataset,
      LabelMapping mapping,
      TrialIdentity identity) {
    Set<SegmentationTask> tasks = EnumSet.noneOf(SegmentationTask.class);
    tasks.addAll(adapter.tasks());
    tasks.retainAll(dataset.tasks());
    if (tasks.isEmpty()) {
      throw new TrialSkippedException(
          identity,
          "model "
              + trial.model().id()
              + " predicts "
              + ids(adapter.tasks())
              + ", data set "
              + dataset.id()
              + " has ground truth for "
              + ids(dataset.tasks()));
    }
    boolean noThings = mapping.shared().things().isEmpty();
    if (noThings && tasks.remove(SegmentationTask.INSTANCE) && tasks.isEmpty()) {
      throw new TrialSkippedException(
          identity,
          "model " + trial.model().id() + " predicts no things of data set " + dataset.id());
    }
    return tasks;
  }

  private static String ids(Set<SegmentationTask> tasks) {
    return String.join(", ", tasks.stream().sorted().map(SegmentationTask::id).toList());
  }

  private static ModelFile chooseFile(
      Trial trial, ModelSpec spec, Backend backend, TrialIdentity identity) {
    return backend.formats().stream()
        .map(format -> spec.file(format, trial.backend().precision()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new TrialSkippedException(
                    identity,
                    "backend "
                        + backend.id()
                        + " loads "
                        + String.join(", ", backend.formats())
                        + " in "
                        + trial.backend().precision().id()
                        + ", model "
                        + spec.id()
                        + " has "
                        + String.join(
                            ", ",
                            spec.files().stream()
                                .map(file -> file.format() + " in " + file.precision().id())
                                .toList())));
  }

  private static FileDigest checkedDigest(ModelFile file, TrialIdentity identity) {
    FileDigest digest;
    try {
      digest = FileDigest.of(file.path());
    } catch (IOException e) {
      throw new TrialFailedException(
          identity,
          TrialPhase.MODEL,
          "model file " + file.path() + " cannot be read (" + PhaseBoundary.describe(e) + ")",
          e);
    }
    String expected = file.sha256().orElse(digest.sha256());
    if (!digest.sha256().equals(expected)) {
      throw new TrialFailedException(
          identity,
          TrialPhase.MODEL,
          "model file " + file.path() + " has sha256 " + digest.sha256() + ", expected " + expected,
          null);
    }
    return digest;
  }

  private static SessionSpec sessionSpec(ModelFile file, String inputName, BackendConfig backend) {
    return new SessionSpec(
        file.path(),
        backend.device(),
        backend.precision(),
        List.of(inputName),
        file.outputs(),
        backend.options());
  }
}
