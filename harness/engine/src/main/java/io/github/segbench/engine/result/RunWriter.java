package io.github.segbench.engine.result;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.result.RunJson.AccuracyEntry;
import io.github.segbench.engine.result.RunJson.EvaluationEntry;
import io.github.segbench.engine.result.RunJson.LabelSetEntry;
import io.github.segbench.engine.result.RunJson.Status;
import io.github.segbench.engine.result.RunJson.TrialEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a run's result to its folder: {@code run.json}, {@code config.yaml}, the tables and the
 * confusion matrices. {@link RunReader} reads them back to an equal result.
 */
public final class RunWriter {
  private final RunFolder folder;

  public RunWriter(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes a result in place of an older one. {@code run.json} comes last, so that all that it
   * speaks of is there.
   *
   * @param result whose trials may be the first of the run
   * @throws RunFolderException if a file cannot be written
   */
  public void write(RunResult result) {
    folder.write(RunFolder.CONFIG_YAML, result.configYaml());
    folder.write(RunFolder.METRICS_CSV, MetricsCsv.write(result.trials()));
    folder.write(RunFolder.IMAGES_CSV, ImagesCsv.write(result.trials()));
    folder.write(RunFolder.LATENCY_CSV, LatencyCsv.write(result.trials()));
    folder.write(RunFolder.SCENARIOS_CSV, ScenariosCsv.write(result.trials()));
    folder.write(RunFolder.RESOURCES_CSV, ResourcesCsv.write(result.trials()));
    if (CurvesCsv.isNeeded(result.trials())) {
      folder.write(RunFolder.CURVES_CSV, CurvesCsv.write(result.trials()));
    }
    if (!result.parity().isEmpty()) {
      folder.write(RunFolder.PARITY_CSV, ParityCsv.write(result.parity()));
    }
    for (TrialResult trial : result.trials()) {
      writeConfusion(trial);
    }
    folder.write(RunFolder.RUN_JSON, RunJson.mapper().writeValueAsString(document(result)) + "\n");
  }

  private void writeConfusion(TrialResult trial) {
    String name = RunFolder.confusionName(trial.identity().id());
    trial.accuracy().stream()
        .flatMap(accuracy -> accuracy.evaluations().stream())
        .flatMap(evaluation -> evaluation.confusion().stream())
        .forEach(confusion -> folder.write(name, ConfusionCsv.write(confusion)));
  }

  private static RunJson document(RunResult result) {
    List<List<String>> imageLists = new ArrayList<>();
    List<TrialEntry> trials = result.trials().stream().map(t -> entry(t, imageLists)).toList();
    return new RunJson(
        RunResult.SCHEMA_VERSION,
        result.name(),
        result.description(),
        result.started(),
        result.finished(),
        result.command(),
        result.environment(),
        result.labelSets().values().stream()
            .sorted(Comparator.comparing(LabelSet::id))
            .map(LabelSetEntry::of)
            .toList(),
        trials,
        imageLists,
        result.configYaml());
  }

  private static TrialEntry entry(TrialResult trial, List<List<String>> imageLists) {
    AccuracyEntry accuracy = trial.accuracy().map(result -> entry(result, imageLists)).orElse(null);
    if (trial instanceof TrialResult.Skipped skipped) {
      return new TrialEntry(
          skipped.identity(), Status.SKIPPED, null, skipped.reason(), List.of(), null, null);
    } else if (trial instanceof TrialResult.Failed failed) {
      return new TrialEntry(
          failed.identity(),
          Status.FAILED,
          failed.phase(),
          failed.message(),
          List.of(),
          accuracy,
          null);
    }
    TrialResult.Completed completed = (TrialResult.Completed) trial;
    return new TrialEntry(
        completed.identity(),
        Status.COMPLETED,
        null,
        null,
        completed.notes(),
        accuracy,
        completed.latency().conditions());
  }

  private static AccuracyEntry entry(AccuracyResult accuracy, List<List<String>> imageLists) {
    int imageList = imageLists.indexOf(accuracy.imageIds());
    if (imageList < 0) {
      imageList = imageLists.size();
      imageLists.add(accuracy.imageIds());
    }
    List<EvaluationEntry> evaluations =
        accuracy.evaluations().stream().map(EvaluationEntry::of).toList();
    return new AccuracyEntry(
        imageList, accuracy.elapsedMillis(), evaluations, accuracy.gallery(), accuracy.leftOut());
  }
}
