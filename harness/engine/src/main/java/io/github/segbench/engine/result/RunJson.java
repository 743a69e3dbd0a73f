package io.github.segbench.engine.result;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape of the file {@code run.json}: all of a run but the numbers that the CSV files have.
 *
 * @param imageLists lists of image ids, to which the trials refer by position
 */
record RunJson(
    int schemaVersion,
    String name,
    String description,
    Instant started,
    Instant finished,
    String command,
    Environment environment,
    List<LabelSetEntry> labelSets,
    List<TrialEntry> trials,
    List<List<String>> imageLists,
    String config) {
  RunJson {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(finished, "finished");
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(config, "config");
    labelSets = List.copyOf(labelSets);
    trials = List.copyOf(trials);
    imageLists = List.copyOf(imageLists);
  }

  /**
   * @param mappings names in other label sets; null if there are none
   */
  record LabelSetEntry(
      String id,
      @Nullable Integer ignoreId,
      List<CategoryEntry> categories,
      @Nullable Map<String, Map<String, String>> mappings) {
    LabelSetEntry {
      Objects.requireNonNull(id, "id");
      categories = List.copyOf(categories);
    }

    static LabelSetEntry of(LabelSet labels) {
      return new LabelSetEntry(
          labels.id(),
          labels.ignoreId().isPresent() ? labels.ignoreId().getAsInt() : null,
          labels.categories().stream().map(CategoryEntry::of).toList(),
          labels.mappings().isEmpty() ? null : labels.mappings());
    }

    LabelSet labelSet() {
      return new LabelSet(
          id,
          categories.stream().map(CategoryEntry::category).toList(),
          ignoreId == null ? LabelSet.NO_IGNORE : ignoreId,
          mappings == null ? Map.of() : mappings);
    }
  }

  /**
   * @param colour as {@code #rrggbb}
   * @param group null if it has none
   * @param frequency null if it is not known
   */
  record CategoryEntry(
      int id,
      String name,
      boolean thing,
      String colour,
      @Nullable String group,
      @Nullable Frequency frequency) {
    CategoryEntry {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(colour, "colour");
    }

    static CategoryEntry of(Category category) {
      return new CategoryEntry(
          category.id(),
          category.name(),
          category.isThing(),
          category.colourHex(),
          category.group(),
          category.frequency());
    }

    Category category() {
      return new Category(id, name, thing, Integer.decode(colour), group, frequency);
    }
  }

  /**
   * @param phase of a failed trial, else null
   * @param reason of a trial that is not completed, else null
   * @param conditions of its latency phase; null without one and in older files
   */
  record TrialEntry(
      TrialIdentity identity,
      Status status,
      @Nullable TrialPhase phase,
      @Nullable String reason,
      List<String> notes,
      @Nullable AccuracyEntry accuracy,
      @Nullable Conditions conditions) {
    TrialEntry {
      Objects.requireNonNull(identity, "identity");
      Objects.requireNonNull(status, "status");
      notes = List.copyOf(notes);
    }
  }

  enum Status {
    COMPLETED,
    SKIPPED,
    FAILED
  }

  /**
   * @param imageList position in {@link RunJson#imageLists}
   * @param leftOut names of categories that are not scored; null in older files
   */
  record AccuracyEntry(
      int imageList,
      long elapsedMillis,
      List<EvaluationEntry> evaluations,
      List<GalleryImage> gallery,
      @Nullable List<String> leftOut) {
    AccuracyEntry {
      evaluations = List.copyOf(evaluations);
      gallery = List.copyOf(gallery);
    }
  }

  /**
   * @param imageMetrics those that {@code images.csv} has of this task
   * @param confusion whether there is a file of pixel counts
   */
  record EvaluationEntry(
      SegmentationTask task, String convention, List<String> imageMetrics, boolean confusion) {
    EvaluationEntry {
      Objects.requireNonNull(task, "task");
      Objects.requireNonNull(convention, "convention");
      imageMetrics = List.copyOf(imageMetrics);
    }

    static EvaluationEntry of(Evaluation evaluation) {
      return new EvaluationEntry(
          evaluation.task(),
          evaluation.convention().id(),
          evaluation.imageValues().stream().map(ImageValue::metric).distinct().toList(),
          evaluation.confusion().isPresent());
    }
  }

  /** Writes keys in the order of the records, enums in lower case, and {@code \n} everywhere. */
  static JsonMapper mapper() {
    return JsonMapper.builder()
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .defaultPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
        .build();
  }
}
