package io.github.segbench.engine.result;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.result.LatencyDistribution.Bucket;
import io.github.segbench.engine.result.RunJson.AccuracyEntry;
import io.github.segbench.engine.result.RunJson.EvaluationEntry;
import io.github.segbench.engine.result.RunJson.TrialEntry;
import io.github.segbench.metrics.evaluation.ConfusionCounts;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the result of one stored run back, as {@link RunWriter} wrote it. */
public final class RunReader {
  private final Path folder;
  private final Map<String, List<CSVRecord>> metrics;
  private final Map<String, List<CSVRecord>> images;
  private final Map<String, List<CSVRecord>> latency;
  private final Map<String, List<CSVRecord>> scenarios;
  private final Map<String, List<CSVRecord>> resources;
  private final Map<String, List<CSVRecord>> curves;

  private RunReader(Path folder) {
    this.folder = folder;
    metrics = rowsByTrial(RunFolder.METRICS_CSV);
    images = rowsByTrial(RunFolder.IMAGES_CSV);
    latency = rowsByTrial(RunFolder.LATENCY_CSV);
    scenarios = rowsByTrialIfThere(RunFolder.SCENARIOS_CSV);
    resources = rowsByTrialIfThere(RunFolder.RESOURCES_CSV);
    curves = rowsByTrialIfThere(RunFolder.CURVES_CSV);
  }

  /**
   * @param folder {@code NAME/TIMESTAMP} of a run
   * @throws RunFolderException if it is no run's folder, was written by a newer version, or a file
   *     in it is missing or damaged
   */
  public static RunResult read(Path folder) {
    try {
      RunJson document = document(folder);
      return new RunReader(folder).result(document);
    } catch (JacksonException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | UncheckedIOException e) {
      throw new RunFolderException(folder + " is damaged (" + firstLine(e) + ")", e);
    }
  }

  private static RunJson document(Path folder) {
    Path file = folder.resolve(RunFolder.RUN_JSON);
    if (!Files.isRegularFile(file)) {
      throw new RunFolderException(
          folder + " is not the folder of a run: it has no " + RunFolder.RUN_JSON, null);
    }
    JsonNode tree = RunJson.mapper().readTree(text(file));
    int version = tree.path("schemaVersion").asInt(0);
    if (version < 1 || version > RunResult.SCHEMA_VERSION) {
      throw new RunFolderException(
          file
              + " has schema version "
              + version
              + ", expected 1.."
              + RunResult.SCHEMA_VERSION
              + (version < 1 ? "" : "; it was written by a newer segbench"),
          null);
    }
    return RunJson.mapper().treeToValue(tree, RunJson.class);
  }

  private RunResult result(RunJson document) {
    Map<String, LabelSet> labelSets = new HashMap<>();
    document.labelSets().forEach(entry -> labelSets.put(entry.id(), entry.labelSet()));
    return new RunResult(
        document.name(),
        document.description(),
        document.started(),
        document.finished(),
        document.command(),
        document.config(),
        document.environment(),
        labelSets,
        document.trials().stream().map(entry -> trial(entry, document.imageLists())).toList(),
        parity());
  }

  private List<ParityResult> parity() {
    Path file = folder.resolve(RunFolder.PARITY_CSV);
    return Files.isRegularFile(file) ? ParityCsv.read(text(file)) : List.of();
  }

  private TrialResult trial(TrialEntry entry, List<List<String>> imageLists) {
    String id = entry.identity().id();
    AccuracyEntry stored = entry.accuracy();
    AccuracyResult accuracy =
        stored == null ? null : accuracy(id, stored, imageLists.get(stored.imageList()));
    return switch (entry.status()) {
      case COMPLETED ->
          new TrialResult.Completed(
              entry.identity(), accuracy, latency(id, entry.conditions()), entry.notes());
      case SKIPPED ->
          new TrialResult.Skipped(entry.identity(), required(entry.reason(), "reason", id));
      case FAILED ->
          new TrialResult.Failed(
              entry.identity(),
              required(entry.phase(), "phase", id),
              required(entry.reason(), "reason", id),
              accuracy);
    };
  }

  private static <T> T required(@Nullable T value, String key, String id) {
    if (value == null) {
      throw new IllegalArgumentException("trial " + id + " has no " + key);
    }
    return value;
  }

  private AccuracyResult accuracy(String id, AccuracyEntry entry, List<String> imageIds) {
    Map<String, Integer> positions = new HashMap<>();
    for (String imageId : imageIds) {
      positions.put(imageId, positions.size());
    }
    return new AccuracyResult(
        imageIds,
        entry.evaluations().stream().map(e -> evaluation(id, e, positions)).toList(),
        entry.elapsedMillis(),
        entry.gallery(),
        entry.leftOut() == null ? List.of() : entry.leftOut());
  }

  private Evaluation evaluation(String id, EvaluationEntry entry, Map<String, Integer> positions) {
    Convention convention =
        Convention.named(entry.convention())
            .orElseThrow(
                () -> new IllegalArgumentException("unknown convention " + entry.convention()));
    List<MetricValue> values = rowsOf(metrics, id, entry).stream().map(MetricsCsv::read).toList();
    List<ImageValue> imageValues =
        rows(images, id).stream()
            .filter(row -> entry.imageMetrics().contains(row.get("metric")))
            .map(row -> ImagesCsv.read(row, positions))
            .toList();
    return new Evaluation(
        entry.task(),
        convention,
        values,
        imageValues,
        entry.confusion() ? confusion(id) : null,
        CurvesCsv.read(rowsOf(curves, id, entry)));
  }

  private static List<CSVRecord> rowsOf(
      Map<String, List<CSVRecord>> table, String id, EvaluationEntry entry) {
    return rows(table, id).stream()
        .filter(row -> row.get("task").equals(entry.task().id()))
        .filter(row -> row.get("convention").equals(entry.convention()))
        .toList();
  }

  private @Nullable ConfusionCounts confusion(String id) {
    return ConfusionCsv.read(text(folder.resolve(RunFolder.confusionName(id))));
  }

  private LatencyResult latency(String id, @Nullable Conditions conditions) {
    return new LatencyResult(
        timings(id),
        rows(scenarios, id).stream().map(ScenariosCsv::read).toList(),
        rows(resources, id).stream().map(ResourcesCsv::read).toList(),
        conditions);
  }

  private List<LatencyDistribution> timings(String id) {
    List<CSVRecord> rows = rows(latency, id);
    Path jmhFile = folder.resolve(RunFolder.jmhName(id));
    JmhHistograms histograms =
        new JmhHistograms(Files.isRegularFile(jmhFile) ? text(jmhFile) : "[]");
    return rows.stream().map(row -> timing(row, histograms)).toList();
  }

  private static LatencyDistribution timing(CSVRecord row, JmhHistograms histograms) {
    List<Bucket> histogram =
        histograms.of(
            LatencyCsv.stage(row),
            LatencyCsv.mode(row),
            Integer.parseInt(row.get("threads")),
            Integer.parseInt(row.get("batch")));
    return LatencyCsv.read(row, histogram);
  }

  private static List<CSVRecord> rows(Map<String, List<CSVRecord>> table, String id) {
    return table.getOrDefault(id, List.of());
  }

  /** Of a file that older versions did not write. */
  private Map<String, List<CSVRecord>> rowsByTrialIfThere(String name) {
    return Files.isRegularFile(folder.resolve(name)) ? rowsByTrial(name) : Map.of();
  }

  private Map<String, List<CSVRecord>> rowsByTrial(String name) {
    return CsvTable.read(text(folder.resolve(name))).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get("trial"), LinkedHashMap::new, Collectors.toList()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new RunFolderException(
          "cannot read " + file + " (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
