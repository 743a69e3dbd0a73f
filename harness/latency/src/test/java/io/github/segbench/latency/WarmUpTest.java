package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.run.LatencyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.infra.Blackhole;

/** On a clock that goes on only while the workload is called. */
final class WarmUpTest {
  private static final Blackhole SINK =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  private final AtomicLong now = new AtomicLong();
  private final List<Integer> positions = Collections.synchronizedList(new ArrayList<>());

  /** Windows of 10 calls of 10 ms. */
  @Test
  void endsAtTheThirdWindowOfASteadyWorkload() {
    assertThat(warmUp(rule(1), position -> 10)).isEqualTo(new Warmup(0.3, true));
    assertThat(positions).hasSize(30).startsWith(0, 1, 2, 3);
  }

  @Test
  void waitsForTheLeastNumberOfWindows() {
    assertThat(warmUp(rule(5), position -> 10)).isEqualTo(new Warmup(0.5, true));
  }

  /**
   * The first 20 calls take 40, 39, ..., 21 ms, the others 10. Windows are of 4 calls at first:
   * 154, 138, 122 and 106 ms; the fifth is 24 + 23 + 22 + 21 + 10 = 100 ms. Three of 100 ms follow.
   */
  @Test
  void goesOnUntilTheSlowWindowsAreOutOfSight() {
    assertThat(warmUp(rule(1), position -> position < 20 ? 40 - position : 10))
        .isEqualTo(new Warmup(0.92, true));
  }

  /** Each call takes 1 ms longer than the one before. The limit is one second. */
  @Test
  void givesUpAtTheLimitAndSaysSo() {
    Warmup warmup = warmUp(rule(1), position -> 10 + position);

    assertThat(warmup.settled()).isFalse();
    assertThat(warmup.seconds()).isBetween(1.0, 1.2);
  }

  /** Two images of 10 ms and two of 120 ms: in 100 ms, windows would see now these, now those. */
  @Test
  void windowGoesThroughAllImages() {
    assertThat(warmUp(rule(1), position -> position % 4 < 2 ? 10 : 120))
        .isEqualTo(new Warmup(0.78, true));
    assertThat(positions).hasSize(12);
  }

  /** One pass over the images takes 4 x 300 ms, which is more than the limit of one second. */
  @Test
  void slowWorkloadDoesNotStretchTheLimit() {
    assertThat(warmUp(rule(5), position -> 300)).isEqualTo(new Warmup(1.2, false));
  }

  /** 15 windows of 100 ms are more than the limit of one second. */
  @Test
  void leastWindowsStretchTheLimit() {
    assertThat(warmUp(rule(15), position -> 10)).isEqualTo(new Warmup(1.5, true));
  }

  @Test
  void noneIsMadeWhereNoneIsAskedFor() {
    assertThat(warmUp(rule(0), position -> 10)).isNull();
    assertThat(positions).isEmpty();
  }

  /** No call returns before there are three at a time. */
  @Test
  @Timeout(60)
  void asManyThreadsCallAsWillBeTimed() {
    CountDownLatch all = new CountDownLatch(3);
    Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
    Workload workload =
        workload(
            position -> {
              threads.add(Thread.currentThread());
              all.countDown();
              try {
                all.await();
              } catch (InterruptedException e) {
                throw new LatencyException("interrupted", e);
              }
              return 10;
            });

    new WarmUp(rule(1), now::get).run(workload, 4, 3, SINK);

    assertThat(threads).hasSize(3);
  }

  @Test
  void workloadThatBreaksKeepsItsWords() {
    Workload workload =
        workload(
            position -> {
              throw new LatencyException("the network burns", null);
            });

    assertThatThrownBy(() -> new WarmUp(rule(1), now::get).run(workload, 4, 2, SINK))
        .isInstanceOf(LatencyException.class)
        .hasMessage("the network burns");
  }

  private static WarmUpRule rule(int leastWindows) {
    return new WarmUpRule(leastWindows, Duration.ofMillis(100), Duration.ofSeconds(1));
  }

  private Warmup warmUp(WarmUpRule rule, IntToLongFunction callMillis) {
    return new WarmUp(rule, now::get).run(workload(callMillis), 4, 1, SINK);
  }

  private Workload workload(IntToLongFunction callMillis) {
    return new Workload() {
      @Override
      public void run(int position, Blackhole sink) {
        positions.add(position);
        now.addAndGet(callMillis.applyAsLong(position) * 1_000_000);
      }

      @Override
      public void close() {}
    };
  }
}
