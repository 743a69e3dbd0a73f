package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.InferenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways in which queries come: one after the other, all at once, at their own times. */
final class LoadTest {
  private static final long SECOND = 1_000_000_000;

  private final Workers workers = new Workers(3);
  private final ConcurrentLinkedQueue<Long> begun = new ConcurrentLinkedQueue<>();

  @AfterEach
  void endThreads() {
    workers.close();
  }

  @Test
  void closedLoopNumbersItsQueriesAndTimesEach() {
    List<Long> numbers = new ArrayList<>();
    QueryTimes times = ClosedLoop.run(Duration.ofMillis(5), numbers::add);
    assertThat(numbers).startsWith(0L).isSorted().doesNotHaveDuplicates().hasSize(times.count());
    assertThat(times.seconds()).isGreaterThanOrEqualTo(0.005);
  }

  @Test
  void closedLoopMeasuresOneQueryThoughThereIsNoTime() {
    assertThat(ClosedLoop.run(Duration.ZERO, number -> {}).count()).isEqualTo(1);
  }

  @Test
  void offlineSharesTheImagesOutWithoutAGap() {
    OfflineLoad load = OfflineLoad.run(Duration.ZERO, 2, workers, this::begin);
    assertThat(begun).containsExactlyInAnyOrder(0L, 2L, 4L);
    assertThat(load.images()).isEqualTo(6);
    assertThat(load.imagesPerSecond()).isPositive();
  }

  @Test
  void openLoopWorksOnEachQueryOnce() {
    long[] arrivals = new PoissonArrivals(1).within(Duration.ofMillis(20), 10_000);
    QueryTimes times = new OpenLoop(workers, this::begin).run(arrivals, SECOND).orElseThrow();
    assertThat(begun).doesNotHaveDuplicates().hasSize(arrivals.length);
    assertThat(times.count()).isEqualTo(arrivals.length);
    assertThat(times.nanos(0)).isPositive();
  }

  /** A query that has waited for a second before the workers come to it. */
  @Test
  void openLoopCountsTheWaitingSinceTheArrival() {
    OpenLoop loop = new OpenLoop(workers, this::begin);
    assertThat(loop.run(new long[] {-SECOND}, 100 * SECOND).map(times -> times.nanos(50)))
        .hasValueSatisfying(nanos -> assertThat(nanos).isGreaterThanOrEqualTo(SECOND / 2));
    assertThat(loop.run(new long[] {-SECOND}, SECOND / 2)).isEmpty();
  }

  @Test
  void openLoopBeginsNoQueryBeforeItArrives() {
    AtomicLong began = new AtomicLong();
    long before = System.nanoTime();
    Optional<QueryTimes> times =
        new OpenLoop(workers, (first, count) -> began.set(System.nanoTime()))
            .run(new long[] {5_000_000}, 100 * SECOND);
    assertThat(times).isPresent();
    assertThat(began.get() - before).isGreaterThanOrEqualTo(5_000_000);
  }

  @Test
  void openLoopGivesUpAsSoonAsTheBoundIsLost() {
    long[] arrivals = new long[99];
    try (Workers one = new Workers(1)) {
      assertThat(new OpenLoop(one, this::begin).run(arrivals, 0)).isEmpty();
    }
    assertThat(begun).containsExactly(0L);
  }

  @Test
  void failureOfAWorkerIsNotSwallowed() {
    ImageWork burns =
        (first, count) -> {
          throw new InferenceException("the network burns", null);
        };
    assertThatThrownBy(() -> new OpenLoop(workers, burns).run(new long[] {0, 0}, SECOND))
        .isInstanceOf(InferenceException.class)
        .hasMessage("the network burns");
  }

  private void begin(long first, int count) {
    begun.add(first);
  }
}
