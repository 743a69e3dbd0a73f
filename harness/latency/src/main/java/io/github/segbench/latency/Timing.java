package io.github.segbench.latency;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One measurement that JMH makes in forks of its own.
 *
 * @param stage {@code END_TO_END}, {@code AFTER_PAUSE} or {@code INFERENCE}
 * @param batch images a call
 */
record Timing(LatencyStage stage, LatencyMode mode, int threads, int batch) {

  /**
   * Everything that a configuration asks of a model. Batches that are larger than the model takes
   * are left out; single images are always timed.
   */
  static List<Timing> of(LatencyConfig config, int maxBatch) {
    List<Timing> timings = new ArrayList<>();
    timings.add(new Timing(LatencyStage.END_TO_END, LatencyMode.SAMPLE, 1, 1));
    timings.add(new Timing(LatencyStage.AFTER_PAUSE, LatencyMode.SAMPLE, 1, 1));
    TreeSet<Integer> batches = new TreeSet<>(config.batch());
    batches.add(1);
    for (int batch : batches.headSet(maxBatch, true)) {
      timings.add(new Timing(LatencyStage.INFERENCE, LatencyMode.SAMPLE, 1, batch));
    }
    for (int threads : new TreeSet<>(config.threads())) {
      timings.add(new Timing(LatencyStage.END_TO_END, LatencyMode.THROUGHPUT, threads, 1));
      timings.add(new Timing(LatencyStage.INFERENCE, LatencyMode.THROUGHPUT, threads, 1));
    }
    return timings;
  }

  /** The method of {@link TrialBenchmark} that makes its calls. */
  String benchmark() {
    return TrialBenchmark.class.getName()
        + (stage == LatencyStage.AFTER_PAUSE ? ".callAfterPause" : ".call");
  }

  /** For people, such as {@code inference (sample, 1 thread, batch 4)}. */
  @Override
  public String toString() {
    String plural = threads == 1 ? "" : "s";
    return stage.id()
        + " ("
        + mode.id()
        + ", "
        + threads
        + " thread"
        + plural
        + ", batch "
        + batch
        + ")";
  }
}
