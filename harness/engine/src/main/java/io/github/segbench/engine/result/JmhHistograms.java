package io.github.segbench.engine.result;

import io.github.segbench.engine.result.LatencyDistribution.Bucket;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The samples in JMH's own JSON of one trial. A timing is found by its mode, its threads and the
 * benchmark parameters {@code stage} and {@code batch}.
 */
final class JmhHistograms {
  private final JsonNode results;

  /**
   * @param json an array of results as JMH's format {@code json} has them
   */
  JmhHistograms(String json) {
    results = RunJson.mapper().readTree(json);
  }

  /** The samples of all forks and iterations; empty if there are none. */
  List<Bucket> of(LatencyStage stage, LatencyMode mode, int threads, int batch) {
    if (mode != LatencyMode.SAMPLE) {
      return List.of();
    }
    NavigableMap<Double, Long> counts = new TreeMap<>();
    for (JsonNode result : results) {
      JsonNode params = result.path("params");
      if (result.path("mode").asString("").equals("sample")
          && result.path("threads").asInt(0) == threads
          && params.path("stage").asString("").equals(stage.id())
          && params.path("batch").asString("1").equals(Integer.toString(batch))) {
        add(result.path("primaryMetric").path("rawDataHistogram"), counts);
      }
    }
    return Histogram.of(counts);
  }

  /**
   * @param forks {@code [fork][iteration][bucket][value, count]}
   */
  private static void add(JsonNode forks, NavigableMap<Double, Long> counts) {
    for (JsonNode iterations : forks) {
      for (JsonNode buckets : iterations) {
        for (JsonNode bucket : buckets) {
          counts.merge(bucket.required(0).asDouble(), bucket.required(1).asLong(), Long::sum);
        }
      }
    }
  }
}
