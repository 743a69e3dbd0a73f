package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Those timings of a trial whose warm-up ended before their times had settled. */
final class UnsettledTimings {
  private final List<String> unsettled = new ArrayList<>();

  /**
   * @param warmup null if there was none
   */
  void add(Timing timing, @Nullable Warmup warmup) {
    if (warmup != null && !warmup.settled()) {
      unsettled.add(String.format(Locale.ROOT, "%s in %.1f s", timing, warmup.seconds()));
    }
  }

  /** One line for all of them; none if all settled. */
  List<String> notes() {
    return unsettled.isEmpty()
        ? List.of()
        : List.of("warm-up did not settle: " + String.join(", ", unsettled));
  }
}
