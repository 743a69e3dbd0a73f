package io.github.segbench.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Finds the highest rate of random arrivals at which the p99 latency keeps a bound. */
final class ServerSearch {
  private static final long SEED = 20_260_101;
  private static final double NANOS_PER_MILLI = 1e6;

  private final OpenLoop loop;
  private final Duration time;
  private final List<String> log = new ArrayList<>();

  /**
   * @param time for which the rate that is found is watched; others for half of it
   */
  ServerSearch(OpenLoop loop, Duration time) {
    this.loop = loop;
    this.time = time;
  }

  /**
   * A rate, and what queries that arrive so often wait.
   *
   * @param perSecond mean number of queries a second
   */
  record Kept(double perSecond, QueryTimes times) {}

  /**
   * @param top queries a second that the workers manage when they never wait
   * @return empty if no rate keeps the bound
   */
  Optional<Kept> highest(double top, long boundNanos) {
    OptionalDouble found =
        RateSearch.highest(top, rate -> watch(rate, time.dividedBy(2), boundNanos) != null);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<QueryTimes> last = new ArrayList<>();
    OptionalDouble confirmed =
        RateSearch.confirmed(
            found.getAsDouble(),
            rate -> {
              QueryTimes times = watch(rate, time, boundNanos);
              return times != null && last.add(times);
            });
    return confirmed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kept(confirmed.getAsDouble(), last.get(0)));
  }

  /** A line for each rate that was tried. */
  List<String> log() {
    return List.copyOf(log);
  }

  private @Nullable QueryTimes watch(double rate, Duration length, long boundNanos) {
    long[] arrivals = new PoissonArrivals(SEED).within(length, rate);
    QueryTimes times = loop.run(arrivals, boundNanos).orElse(null);
    log.add(
        String.format(
            Locale.ROOT,
            "server: %.3f queries/s, %d queries: p99 %s the bound of %.3f ms",
            rate,
            arrivals.length,
            times == null ? "breaks" : "keeps",
            boundNanos / NANOS_PER_MILLI));
    return times;
  }
}
