package io.github.segbench.engine.result;

import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The columns of percentiles, which tables of timings and of scenarios have in common. */
enum PercentileColumns {
  P50("p50", Percentiles::p50),
  P90("p90", Percentiles::p90),
  P95("p95", Percentiles::p95),
  P99("p99", Percentiles::p99),
  P99_9("p99_9", Percentiles::p999),
  MIN("min", Percentiles::min),
  MAX("max", Percentiles::max);

  private final String title;
  private final ToDoubleFunction<Percentiles> value;

  PercentileColumns(String title, ToDoubleFunction<Percentiles> value) {
    this.title = title;
    this.value = value;
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(column -> column.title).toList();
  }

  /** In the order of the titles; absent if there are no percentiles. */
  static List<@Nullable Double> cells(@Nullable Percentiles percentiles) {
    return percentiles == null
        ? Collections.nCopies(values().length, null)
        : Arrays.stream(values())
            .<@Nullable Double>map(column -> column.value.applyAsDouble(percentiles))
            .toList();
  }

  /** Null if the cells are empty. */
  static @Nullable Percentiles read(CSVRecord row) {
    return row.get(P50.title).isEmpty()
        ? null
        : new Percentiles(
            P50.of(row),
            P90.of(row),
            P95.of(row),
            P99.of(row),
            P99_9.of(row),
            MIN.of(row),
            MAX.of(row));
  }

  private double of(CSVRecord row) {
    return Double.parseDouble(row.get(title));
  }
}
