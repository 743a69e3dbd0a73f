package io.github.segbench.engine.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A graphics processor, as {@code nvidia-smi} describes it.
 *
 * @param driver the driver's version
 * @param memoryBytes 0 if it does not say
 */
public record Gpu(int index, String name, String driver, long memoryBytes) {
  /** What to ask {@code nvidia-smi} for. */
  static final List<String> QUERY =
      List.of(
          "nvidia-smi",
          "--query-gpu=index,name,driver_version,memory.total",
          "--format=csv,noheader,nounits");

  private static final int FIELDS = 4;
  private static final long MEBIBYTE = 1L << 20;

  public Gpu {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(driver, "driver");
  }

  /** Reads the answer to {@link #QUERY}; lines that are none, such as warnings, are left out. */
  static List<Gpu> parse(String answer) {
    return answer
        .lines()
        .map(line -> Arrays.stream(line.split(",")).map(String::strip).toList())
        .filter(fields -> fields.size() == FIELDS && fields.get(0).matches("\\d{1,3}"))
        .map(
            fields ->
                new Gpu(
                    Integer.parseInt(fields.get(0)),
                    fields.get(1),
                    fields.get(2),
                    fields.get(3).matches("\\d{1,12}")
                        ? Long.parseLong(fields.get(3)) * MEBIBYTE
                        : 0))
        .toList();
  }
}
