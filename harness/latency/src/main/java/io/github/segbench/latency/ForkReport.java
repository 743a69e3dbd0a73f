package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OutputDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a fork has to say besides JMH's numbers. The forks of one timing run one after the other and
 * each appends a line of JSON to one file.
 *
 * @param outputs what the calls that it times give
 * @param warmup before them; null if none was asked for
 */
record ForkReport(OutputDigests outputs, @Nullable Warmup warmup) {

  /**
   * Adds this report to those of the forks before.
   *
   * @throws LatencyException if the file cannot be written
   */
  void appendTo(Path file) {
    try {
      Files.writeString(
          file,
          new JsonMapper().writeValueAsString(this) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new LatencyException("the fork's report " + file + " cannot be written: " + e, e);
    }
  }

  /** The longest of the forks' warm-ups, settled if all of them are; null if one had none. */
  static @Nullable Warmup worstWarmup(List<ForkReport> forks) {
    double seconds = 0;
    boolean settled = true;
    for (ForkReport fork : forks) {
      Warmup ofFork = fork.warmup();
      if (ofFork == null) {
        return null;
      }
      seconds = Math.max(seconds, ofFork.seconds());
      settled &= ofFork.settled();
    }
    return forks.isEmpty() ? null : new Warmup(seconds, settled);
  }

  /**
   * The reports of all forks, in their order.
   *
   * @throws LatencyException if the file is missing or damaged
   */
  static List<ForkReport> readAll(Path file) {
    try {
      JsonMapper mapper = new JsonMapper();
      return Files.readAllLines(file).stream()
          .map(line -> mapper.readValue(line, ForkReport.class))
          .toList();
    } catch (IOException | JacksonException e) {
      throw new LatencyException("the forks' report " + file + " cannot be read: " + e, e);
    }
  }
}
