package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.engine.machine.Activity;
import io.github.segbench.engine.machine.ProcessorTimes;
import io.github.segbench.engine.result.Conditions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class NoiseWatchTest {

  @Test
  void looksBeforeTheTimingsAndOverThem() {
    Deque<Activity> machine = new ArrayDeque<>();
    machine.add(activity(9, 0, 0, 0, 0));
    // 100 ticks, of which others used 30.
    machine.add(activity(0.5, 30, 70, 0, 0));
    // 1,000 ticks: 500 busy, of which 400 in forks; 20 stolen.
    machine.add(activity(1.5, 530, 550, 20, 400));
    Conditions conditions = NoiseWatch.start(machine::remove, () -> {}).stop();
    assertThat(conditions.before())
        .isEqualTo(new Conditions.State(0.5, 0.3, 0, List.of("performance")));
    assertThat(conditions.after())
        .isEqualTo(new Conditions.State(1.5, 0.1, 0.02, List.of("performance")));
    assertThat(machine).isEmpty();
  }

  @Test
  void anInterruptedLookCancelsTheTrial() {
    assertThatThrownBy(
            () ->
                NoiseWatch.start(
                    () -> activity(0, 0, 0, 0, 0),
                    () -> {
                      throw new InterruptedException();
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Activity activity(double load, long busy, long idle, long steal, long own) {
    // Ticks since the machine started.
    return new Activity(
        load, new ProcessorTimes(busy + 5000, idle + 5000, steal, own + 7), List.of("performance"));
  }
}
