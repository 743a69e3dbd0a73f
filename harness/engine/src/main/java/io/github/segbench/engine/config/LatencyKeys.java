package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.BooleanType;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.DurationType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.Section;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a run's latency phase. */
final class LatencyKeys {
  static final Key<Boolean> ENABLED =
      Key.optional("enabled", new BooleanType(), true, "Whether latency is measured.");
  static final Key<LatencyPreset> PRESET =
      Key.optional(
          "preset",
          ChoiceType.of("preset", List.of(LatencyPreset.values()), LatencyPreset::id),
          LatencyPreset.STANDARD,
          "Forks, iterations and times that are used where they are not given.");
  static final Key<Long> FORKS =
      Key.optional("forks", new IntegerType(1, 1000), "Fresh JVMs for each timing.");
  static final Key<Long> WARMUP_ITERATIONS =
      Key.optional(
          "warmupIterations",
          new IntegerType(0, 100_000),
          "Windows of warm-up at least; 0 for no warm-up.");
  static final Key<Duration> WARMUP_TIME =
      Key.optional("warmupTime", new DurationType(), "Length of a window of warm-up.");
  static final Key<Duration> WARMUP_LIMIT =
      Key.optional(
          "warmupLimit", new DurationType(), "When warm-up ends even if times have not settled.");
  static final Key<Long> MEASUREMENT_ITERATIONS =
      Key.optional("measurementIterations", new IntegerType(1, 100_000), "Measured.");
  static final Key<Duration> MEASUREMENT_TIME =
      Key.optional("measurementTime", new DurationType(), "Length of a measured iteration.");
  static final Key<Duration> PAUSE =
      Key.optional(
          "pause", new DurationType(), "Idle time before each call of the stage afterPause.");
  static final Key<Long> IMAGES =
      Key.optional(
          "images",
          IntegerType.intAtLeast(1),
          8L,
          "Different images that are cycled through, from the start of the split.");
  static final Key<List<Long>> THREADS =
      Key.optional(
          "threads",
          new ListType<>(new IntegerType(1, 1024), 1, Integer.MAX_VALUE, true),
          List.of(1L),
          "Numbers of threads to measure throughput with.");
  static final Key<List<Long>> BATCH =
      Key.optional(
          "batch",
          new ListType<>(IntegerType.intAtLeast(1), 1, Integer.MAX_VALUE, true),
          List.of(1L),
          "Numbers of images a run of the network to measure inference with.");

  static final Key<Long> COLD_STARTS =
      Key.optional(
          "coldStarts",
          new IntegerType(0, 1000),
          "Fresh JVMs of which each does one image and ends; 0 for none.");

  static final Keys KEYS =
      Keys.of(
          ENABLED,
          PRESET,
          FORKS,
          WARMUP_ITERATIONS,
          WARMUP_TIME,
          WARMUP_LIMIT,
          MEASUREMENT_ITERATIONS,
          MEASUREMENT_TIME,
          PAUSE,
          IMAGES,
          THREADS,
          BATCH,
          COLD_STARTS,
          ScenarioKeys.SCENARIOS,
          ScenarioKeys.SCENARIO_TIME,
          ScenarioKeys.IMAGES_PER_QUERY,
          ScenarioKeys.SERVER_BOUND);

  private LatencyKeys() {}

  /** Reads a sound section. */
  static LatencyConfig read(Section section) {
    LatencyPreset preset = section.get(PRESET);
    return new LatencyConfig(
        section.get(ENABLED),
        preset,
        section.find(FORKS).map(Math::toIntExact).orElse(preset.forks()),
        section.find(WARMUP_ITERATIONS).map(Math::toIntExact).orElse(preset.warmupIterations()),
        section.find(WARMUP_TIME).orElse(preset.warmupTime()),
        section.find(WARMUP_LIMIT).orElse(preset.warmupLimit()),
        section
            .find(MEASUREMENT_ITERATIONS)
            .map(Math::toIntExact)
            .orElse(preset.measurementIterations()),
        section.find(MEASUREMENT_TIME).orElse(preset.measurementTime()),
        section.find(PAUSE).orElse(preset.pause()),
        Math.toIntExact(section.get(IMAGES)),
        ints(section.get(THREADS)),
        ints(section.get(BATCH)),
        section.find(COLD_STARTS).map(Math::toIntExact).orElse(preset.coldStarts()),
        ScenarioKeys.read(section, preset));
  }

  static ObjectNode write(LatencyConfig config) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ENABLED.write(node, config.enabled());
    PRESET.write(node, config.preset());
    FORKS.write(node, (long) config.forks());
    WARMUP_ITERATIONS.write(node, (long) config.warmupIterations());
    WARMUP_TIME.write(node, config.warmupTime());
    WARMUP_LIMIT.write(node, config.warmupLimit());
    MEASUREMENT_ITERATIONS.write(node, (long) config.measurementIterations());
    MEASUREMENT_TIME.write(node, config.measurementTime());
    PAUSE.write(node, config.pause());
    IMAGES.write(node, (long) config.images());
    THREADS.write(node, config.threads().stream().map(Integer::longValue).toList());
    BATCH.write(node, config.batch().stream().map(Integer::longValue).toList());
    COLD_STARTS.write(node, (long) config.coldStarts());
    ScenarioKeys.write(node, config.scenarios());
    return node;
  }

  private static List<Integer> ints(List<Long> values) {
    return values.stream().map(Math::toIntExact).toList();
  }
}
