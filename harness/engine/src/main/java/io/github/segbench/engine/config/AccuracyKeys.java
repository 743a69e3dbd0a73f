package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.BooleanType;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a run's accuracy phase. */
final class AccuracyKeys {
  static final Key<Long> RESAMPLES =
      Key.optional(
          "resamples",
          IntegerType.intAtLeast(0),
          (long) BootstrapSettings.DEFAULT.resamples(),
          "Number of resamples of the images; 0 for no intervals.");
  static final Key<Long> SEED =
      Key.optional(
          "seed",
          new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE),
          BootstrapSettings.DEFAULT.seed(),
          "Seed of the resampling.");
  static final Key<Section> BOOTSTRAP =
      Key.optional(
          "bootstrap",
          new SectionType(Keys.of(RESAMPLES, SEED)),
          "How the 95% confidence intervals are computed.");

  private static final ChoiceType<String> METRIC_NAME =
      ChoiceType.of("metric", Stream.of(Metric.values()).map(Metric::standardName).toList());

  static final Key<Boolean> ENABLED =
      Key.optional("enabled", new BooleanType(), true, "Whether accuracy is measured.");
  static final Key<List<String>> METRICS =
      Key.optional(
          "metrics",
          new ListType<>(METRIC_NAME, 0, Integer.MAX_VALUE, true),
          List.of(),
          "The metrics to report; if empty, all that fit a trial's task and need not be asked for.");
  static final Key<Convention> CONVENTION =
      Key.optional(
          "convention",
          ChoiceType.of("convention", List.of(Convention.values()), Convention::id),
          Convention.STANDARD,
          "How counts become numbers, for the task that the convention is of.");
  static final Key<Long> THREADS =
      Key.optional(
          "threads",
          new IntegerType(0, 1024),
          0L,
          "For decoding, pre- and postprocessing and scoring; 0 for one a core.");

  static final Keys KEYS = Keys.of(ENABLED, METRICS, CONVENTION, THREADS, BOOTSTRAP);

  private AccuracyKeys() {}

  /** Reads a sound section. */
  static AccuracyConfig read(Section section) {
    Optional<Section> bootstrap = section.find(BOOTSTRAP);
    return new AccuracyConfig(
        section.get(ENABLED),
        section.get(METRICS),
        section.get(CONVENTION),
        Math.toIntExact(section.get(THREADS)),
        bootstrap
            .map(b -> new BootstrapSettings(Math.toIntExact(b.get(RESAMPLES)), b.get(SEED)))
            .orElse(BootstrapSettings.DEFAULT));
  }

  static ObjectNode write(AccuracyConfig config) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ENABLED.write(node, config.enabled());
    METRICS.write(node, config.metrics());
    CONVENTION.write(node, config.convention());
    THREADS.write(node, (long) config.threads());
    ObjectNode bootstrap = node.putObject(BOOTSTRAP.name());
    RESAMPLES.write(bootstrap, (long) config.bootstrap().resamples());
    SEED.write(bootstrap, config.bootstrap().seed());
    return node;
  }
}
