package io.github.segbench.report.comparison;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.AccuracyResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Models that were scored in one task, on the same images and categories, under one convention.
 *
 * @param name unique in its report and usable as a file name, such as {@code semantic}
 * @param scored the best model first
 */
public record Comparison(
    String name, SegmentationTask task, Convention convention, List<Scored> scored) {
  public Comparison {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(convention, "convention");
    scored = List.copyOf(scored);
    if (scored.isEmpty()) {
      throw new IllegalArgumentException("a comparison of nothing");
    }
  }

  /** A trial and what it scored. */
  public record Scored(Entry entry, Evaluation evaluation) {
    public Scored {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(evaluation, "evaluation");
    }

    /** The value of a metric over all categories. */
    public Optional<MetricValue> overall(String metric) {
      return evaluation.value(metric, MetricValue.ALL);
    }
  }

  /** What must be the same so that two numbers may stand in one column. */
  private record Key(
      SegmentationTask task,
      Convention convention,
      String dataset,
      String split,
      @Nullable String fingerprint,
      int images,
      List<String> leftOut) {}

  /** All comparisons that the trials allow, by task and then in the order of the trials. */
  public static List<Comparison> of(List<Entry> entries) {
    Map<Key, List<Scored>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      TrialIdentity identity = entry.identity();
      List<Evaluation> evaluations =
          entry.trial().accuracy().map(AccuracyResult::evaluations).orElse(List.of());
      for (Evaluation evaluation : evaluations) {
        Key key =
            new Key(
                evaluation.task(),
                evaluation.convention(),
                identity.datasetId(),
                identity.split(),
                identity.datasetFingerprint(),
                identity.images(),
                leftOut(entry));
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(new Scored(entry, evaluation));
      }
    }
    List<Key> keys = new ArrayList<>(groups.keySet());
    keys.sort(Comparator.comparing(Key::task));
    boolean oneData = keys.stream().map(key -> key.dataset() + key.split()).distinct().count() == 1;
    List<Comparison> comparisons = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Key key : keys) {
      String name =
          key.task().id() + (oneData ? "" : "-" + fileName(key.dataset() + "-" + key.split()));
      String unique = name;
      for (int i = 2; !taken.add(unique); i++) {
        unique = name + "-" + i;
      }
      comparisons.add(
          new Comparison(
              unique,
              key.task(),
              key.convention(),
              ranked(key.task(), Objects.requireNonNull(groups.get(key)))));
    }
    return comparisons;
  }

  private static List<Scored> ranked(SegmentationTask task, List<Scored> scored) {
    String metric = Headline.of(task).metric();
    List<Scored> ranked = new ArrayList<>(scored);
    ranked.sort(Comparator.comparingDouble((Scored s) -> -headline(s, metric)));
    return ranked;
  }

  private static double headline(Scored scored, String metric) {
    return scored.overall(metric).map(MetricValue::value).orElse(-1.0);
  }

  private static String fileName(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  public Headline headline() {
    return Headline.of(task);
  }

  /** Whether there are confidence intervals; a run may do without, one image has none. */
  public boolean hasIntervals() {
    return scored.stream()
        .flatMap(s -> s.evaluation().values().stream())
        .anyMatch(value -> value.interval() != null);
  }

  /** The label set of the data set, if the run has it. */
  public Optional<LabelSet> labels() {
    Entry first = scored.get(0).entry();
    return Optional.ofNullable(first.run().result().labelSets().get(first.identity().labelSet()));
  }

  /** Such as {@code Semantic segmentation}. */
  public String taskTitle() {
    String id = task.id();
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + " segmentation";
  }

  /** Such as {@code Shapes test (300 images)}. */
  public String data() {
    Entry first = scored.get(0).entry();
    int leftOut = leftOut().size();
    String data = data(first.identity());
    return leftOut == 0
        ? data
        : data + " without " + leftOut + (leftOut == 1 ? " category" : " categories");
  }

  /** Names of the data set's categories that are not scored, as no model of these predicts them. */
  public List<String> leftOut() {
    return leftOut(scored.get(0).entry());
  }

  private static List<String> leftOut(Entry entry) {
    return entry.trial().accuracy().map(AccuracyResult::leftOut).orElse(List.of());
  }

  static String data(TrialIdentity identity) {
    String subset = identity.subset() == null ? "" : " " + identity.subset();
    return (identity.datasetName() + " " + identity.split()).strip()
        + subset
        + " ("
        + identity.images()
        + (identity.images() == 1 ? " image)" : " images)");
  }

  /** Names of the categories of which any model has a value, in the order of the label set. */
  public List<String> categories() {
    List<String> names = new ArrayList<>();
    labels().ifPresent(set -> set.categories().forEach(category -> names.add(category.name())));
    List<String> valued =
        scored.stream()
            .flatMap(s -> s.evaluation().values().stream())
            .filter(v -> v.metric().equals(headline().categoryMetric()) && v.value() != null)
            .map(MetricValue::category)
            .filter(
                c -> !List.of(MetricValue.ALL, MetricValue.THINGS, MetricValue.STUFF).contains(c))
            .distinct()
            .toList();
    List<String> ordered = new ArrayList<>(names);
    ordered.retainAll(valued);
    valued.stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
    return ordered;
  }
}
