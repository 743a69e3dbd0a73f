package io.github.segbench.engine.config;

import io.github.segbench.engine.result.Scenario;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.DurationType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.Section;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a run's latency phase that are about scenarios. */
final class ScenarioKeys {
  static final Key<List<Scenario>> SCENARIOS =
      Key.optional(
          "scenarios",
          new ListType<>(
              ChoiceType.of("scenario", List.of(Scenario.values()), Scenario::id),
              0,
              Integer.MAX_VALUE,
              true),
          List.of(),
          "Ways of use to measure beside the stages, after MLPerf.");
  static final Key<Duration> SCENARIO_TIME =
      Key.optional("scenarioTime", new DurationType(), "How long each scenario is measured.");
  static final Key<Long> IMAGES_PER_QUERY =
      Key.optional(
          "imagesPerQuery",
          IntegerType.intAtLeast(1),
          8L,
          "Images of a query of the multi-stream scenario.");
  static final Key<Duration> SERVER_BOUND =
      Key.optional(
          "serverBound",
          new DurationType(),
          "The p99 latency that a server must keep; ten times the median of single images if"
              + " absent.");

  private ScenarioKeys() {}

  /** Reads a sound section. */
  static ScenarioConfig read(Section section, LatencyPreset preset) {
    return new ScenarioConfig(
        section.get(SCENARIOS),
        section.find(SCENARIO_TIME).orElse(preset.scenarioTime()),
        Math.toIntExact(section.get(IMAGES_PER_QUERY)),
        section.find(SERVER_BOUND).orElse(null));
  }

  static void write(ObjectNode node, ScenarioConfig config) {
    SCENARIOS.write(node, config.scenarios());
    SCENARIO_TIME.write(node, config.time());
    IMAGES_PER_QUERY.write(node, (long) config.imagesPerQuery());
    Duration bound = config.serverBound();
    if (bound != null) {
      SERVER_BOUND.write(node, bound);
    }
  }
}
