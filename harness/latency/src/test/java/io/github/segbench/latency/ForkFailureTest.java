package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

final class ForkFailureTest {
  @Test
  void interruptionWhileAForkRunsIsNotTakenForItsFailure() {
    RunnerException failure =
        new RunnerException(
            "Benchmark caught the exception",
            new BenchmarkException(new InterruptedException("sleep interrupted")));

    assertThat(ForkFailure.isInterruption(failure)).isTrue();
  }

  @Test
  void failureInTheForkIsNoInterruptionAndKeepsItsWords() {
    RunnerException failure =
        new RunnerException(
            "Benchmark caught the exception",
            new BenchmarkException(
                "Benchmark error", List.of(new IllegalStateException("the network\n burns"))));

    assertThat(ForkFailure.isInterruption(failure)).isFalse();
    assertThat(ForkFailure.causeOf(failure)).isEqualTo("the network burns");
  }

  @Test
  void failureWithoutACauseKeepsTheWordsOfJmh() {
    assertThat(ForkFailure.causeOf(new RunnerException("No benchmarks to run")))
        .isEqualTo("No benchmarks to run");
  }
}
