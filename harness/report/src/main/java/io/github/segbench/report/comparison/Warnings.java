package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.Conditions;
import io.github.segbench.report.table.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What makes the times of a report doubtful, in sentences. */
public final class Warnings {
  private Warnings() {}

  /** Empty where nothing speaks against the times. */
  public static List<String> of(List<Entry> entries) {
    List<Entry> timed =
        entries.stream().filter(entry -> !entry.trial().latency().timings().isEmpty()).toList();
    List<String> warnings = new ArrayList<>();
    addLoad(warnings, timed);
    addBusy(warnings, timed);
    addMachines(warnings, timed);
    return warnings;
  }

  /**
   * With more work than cores, every call waits for others now and then. The load is an average of
   * the last minute, so it may as well be of a build that is over.
   */
  private static void addLoad(List<String> warnings, List<Entry> timed) {
    timed.stream()
        .map(entry -> entry.run().result().environment())
        .distinct()
        .filter(environment -> environment.loadAverage() > environment.cores())
        .map(
            environment ->
                String.format(
                    Locale.ROOT,
                    "In the minute before the run the machine had a load of %.1f on %d %s: if that"
                        + " went on, the times are too long.",
                    environment.loadAverage(),
                    environment.cores(),
                    environment.cores() == 1 ? "core" : "cores"))
        .forEach(warnings::add);
  }

  private static void addBusy(List<String> warnings, List<Entry> timed) {
    List<Conditions> known =
        timed.stream()
            .map(entry -> entry.trial().latency().conditions())
            .filter(Objects::nonNull)
            .toList();
    long busy = known.stream().filter(one -> one.disturbance().isPresent()).count();
    if (busy == 0) {
      return;
    }
    double most = states(known).mapToDouble(Conditions.State::busy).max().orElse(0);
    double steal = known.stream().mapToDouble(one -> one.after().steal()).max().orElse(0);
    warnings.add(
        "The machine was busy around the timings of "
            + busy
            + " of "
            + timed.size()
            + (timed.size() == 1 ? " trial: " : " trials: ")
            + "others used up to "
            + Quantity.PERCENT.format(Math.max(0, most))
            + "% of the processors and the host took up to "
            + Quantity.PERCENT.format(Math.max(0, steal))
            + "%. Times may be too long.");
  }

  /** Runs that are joined may come from anywhere. */
  private static void addMachines(List<String> warnings, List<Entry> timed) {
    List<String> machines =
        timed.stream()
            .map(entry -> entry.run().result().environment())
            .map(
                environment ->
                    environment.cpu()
                        + ", "
                        + environment.cores()
                        + (environment.cores() == 1 ? " core" : " cores"))
            .distinct()
            .toList();
    if (machines.size() > 1) {
      warnings.add(
          "The times come from "
              + machines.size()
              + " machines ("
              + String.join("; ", machines)
              + "): they compare those as well as the models.");
    }
  }

  private static Stream<Conditions.State> states(List<Conditions> known) {
    return known.stream().flatMap(Warnings::statesOf);
  }

  private static Stream<Conditions.State> statesOf(Conditions conditions) {
    return Stream.of(conditions.before(), conditions.after());
  }
}
