package io.github.segbench.cli;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.score.Candidate;
import io.github.segbench.engine.score.ImageTags;
import io.github.segbench.engine.score.ScoreFormat;
import io.github.segbench.engine.score.ScoreJob;
import io.github.segbench.engine.score.ScoreSource;
import io.github.segbench.engine.score.SliceChoice;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say what is scored and how. */
final class ScoreOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      completionCandidates = FormatIds.class,
      description = "One of: ${COMPLETION-CANDIDATES}. 'list formats' says what each is.")
  private String format;

  @ArgGroup(multiplicity = "1")
  private TruthOptions truth;

  @Mixin private DataOptions data;

  @Option(
      names = "--predictions",
      paramLabel = "[NAME=]PATH",
      required = true,
      description = {
        "File or folder of one model's predictions. Given several times, all are scored",
        "and each is compared with the first on the same images."
      })
  private List<String> predictions = new ArrayList<>();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Label file (.yaml), or the id of one in configs/labels.")
  private @Nullable String labels;

  @Option(
      names = "--convention",
      paramLabel = "NAME",
      split = ",",
      description =
          "How counts become numbers; several give a column each. See 'list conventions'.")
  private List<String> conventions = new ArrayList<>();

  @Option(
      names = "--iou",
      paramLabel = "KIND",
      split = ",",
      description = "What is compared: ${COMPLETION-CANDIDATES}. Default: mask.")
  private List<Compared> compared = new ArrayList<>();

  @Option(
      names = "--metrics",
      paramLabel = "NAME",
      split = ",",
      description = "What is computed, in place of the default. See 'list metrics'.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--tags",
      paramLabel = "CSV",
      description = {
        "Table of what images show; numbers for each value of each column go to slices.csv.",
        "Its first column is 'image'."
      })
  private @Nullable Path tags;

  @Option(
      names = "--frequencies",
      description = "Numbers for rare, common and frequent categories go to slices.csv.")
  private boolean frequencies;

  @Option(names = "--strict", description = "An image without a prediction is an error.")
  private boolean strict;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Resamples of the images for the 95%% intervals; 0 for none. Default: 2000.")
  private int resamples;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the resampling.")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "0, the default, for one a core. The numbers do not depend on it.")
  private int threads;

  /**
   * Opens what the options name.
   *
   * @throws ParameterException if an option has a value that makes no sense
   */
  ScoreRequest request(Plugins plugins, Installation installation) {
    ScoreFormat chosen = one("format", format, ScoreFormat.named(format), ScoreFormat.ids());
    List<Convention> columns = conventions(chosen);
    Set<Metric> computed = metrics(chosen.task());
    requireEachToHaveSome(columns, computed);
    requireAtLeastZero("--threads", threads);
    requireAtLeastZero("--resamples", resamples);
    ConfigCatalogue catalogue =
        new ConfigCatalogue(plugins, installation.configs(), data.variables());
    ScoreSource source = source(chosen, columns, plugins, catalogue);
    List<String> images = source.truth().segmentations().images();
    List<Candidate> candidates =
        predictions.stream().map(text -> NamedPath.of(text).open(source)).toList();
    ScoreJob job =
        new ScoreJob(
            source.truth(),
            candidates,
            columns,
            computed,
            slices(images),
            strict,
            threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
            new BootstrapSettings(
                resamples, seed == null ? BootstrapSettings.DEFAULT.seed() : seed));
    return new ScoreRequest(chosen, job);
  }

  private void requireEachToHaveSome(List<Convention> columns, Set<Metric> computed) {
    for (Convention column : columns) {
      if (computed.stream().noneMatch(metric -> metric.under(column))) {
        throw bad("--metrics: none of them is a metric of convention " + column.id());
      }
    }
    for (String name : metrics) {
      if (columns.stream().noneMatch(Metric.named(name).orElseThrow()::under)) {
        throw bad("--metrics: " + name + " is no metric of " + columns.get(0).id());
      }
    }
  }

  private void requireAtLeastZero(String option, int value) {
    if (value < 0) {
      throw bad(option + ": " + value + ", expected a whole number >= 0");
    }
  }

  private ScoreSource source(
      ScoreFormat chosen, List<Convention> columns, Plugins plugins, ConfigCatalogue catalogue) {
    LabelSet labelSet = labels == null ? null : catalogue.labels(labels);
    if (truth.path != null) {
      if (data.isGiven()) {
        throw bad("--data: is for data sets, expected none beside --ground-truth");
      }
      return chosen.open(truth.path, labelSet, columns);
    }
    if (labelSet != null) {
      throw bad("--labels: a data set has labels of its own, expected none beside --dataset");
    }
    DatasetOptions dataset = Objects.requireNonNull(truth.dataset);
    List<String> changes = dataset.changes(dataset.split, dataset.sampleSeed);
    DatasetConfig config = catalogue.dataset(dataset.id, changes).config();
    return chosen.open(config, config.open(plugins.readers()));
  }

  private List<Convention> conventions(ScoreFormat chosen) {
    if (conventions.isEmpty()) {
      return List.of(chosen.convention());
    }
    List<Convention> possible = chosen.conventions();
    List<String> ids = possible.stream().map(Convention::id).toList();
    return conventions.stream()
        .distinct()
        .map(id -> one("convention", id, Convention.named(id).filter(possible::contains), ids))
        .toList();
  }

  private Set<Metric> metrics(SegmentationTask task) {
    if (!metrics.isEmpty()) {
      if (!compared.isEmpty()) {
        throw bad("--iou chooses metrics, expected none beside --metrics");
      }
      List<Metric> possible = Metric.of(task);
      List<String> names = possible.stream().map(Metric::standardName).toList();
      return metrics.stream()
          .map(name -> one("metric", name, Metric.named(name).filter(possible::contains), names))
          .collect(Collectors.toSet());
    }
    Set<Metric> chosen = new HashSet<>();
    for (Compared kind : compared.isEmpty() ? List.of(Compared.mask) : compared) {
      List<Metric> found = kind.metrics(task);
      if (found.isEmpty()) {
        throw bad("--iou: there is no metric of " + kind + " in " + task.id() + " segmentation");
      }
      chosen.addAll(found);
    }
    return chosen;
  }

  private SliceChoice slices(List<String> images) {
    Map<Integer, Map<String, String>> tagsByImage = new HashMap<>();
    if (tags != null) {
      ImageTags table = ImageTags.read(tags, images);
      tagsByImage.putAll(table.byImage());
      warn(tags, table);
    }
    return new SliceChoice(frequencies, tagsByImage);
  }

  private void warn(Path file, ImageTags table) {
    PrintWriter err = spec.commandLine().getErr();
    if (!table.untagged().isEmpty()) {
      err.println(
          "segbench: "
              + file
              + ": "
              + table.untagged().size()
              + " images of the ground truth are in no row, such as "
              + table.untagged().get(0));
    }
    if (table.unknown() > 0) {
      err.println(
          "segbench: "
              + file
              + ": "
              + table.unknown()
              + " rows are of images without ground truth");
    }
  }

  private <T> T one(String kind, String text, Optional<T> found, Collection<String> known) {
    return found.orElseThrow(() -> bad(ChoiceType.unknown(kind, text, known)));
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** What of a prediction is compared with what of the ground truth. */
  enum Compared {
    mask,
    box,
    boundary;

    /** The metrics of a task; those of masks are the ones that need not be asked for. */
    List<Metric> metrics(SegmentationTask task) {
      return this == mask
          ? Metric.defaults(task)
          : Metric.of(task).stream()
              .filter(m -> m.standardName().toLowerCase(Locale.ROOT).contains(name()))
              .toList();
    }
  }

  /** Where the ground truth is. */
  static final class TruthOptions {
    @Option(
        names = "--ground-truth",
        paramLabel = "PATH",
        required = true,
        description = "File or folder; for COCO panoptic JSON or JSON:FOLDER.")
    private @Nullable String path;

    @ArgGroup(exclusive = false)
    private @Nullable DatasetOptions dataset;
  }

  /** A configured data set as ground truth. */
  static final class DatasetOptions extends DatasetChanges {
    @Option(
        names = "--dataset",
        paramLabel = "ID",
        required = true,
        description = "Id of a data set, or the path of its YAML file.")
    private String id;

    @Option(names = "--split", paramLabel = "NAME", description = "Default: the data set's own.")
    private @Nullable String split;

    @Option(
        names = "--sample-seed",
        paramLabel = "S",
        description = "Seed of the sample. Default: the data set's own.")
    private @Nullable Long sampleSeed;
  }

  /** For help and completion. */
  static final class FormatIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ScoreFormat.ids().iterator();
    }
  }
}
