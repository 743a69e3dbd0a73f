package io.github.segbench.engine.machine;

import java.util.Arrays;
import java.util.List;

/**
 * A process that computes on a GPU, as {@code nvidia-smi} lists it: once for each GPU that it is
 * on.
 *
 * @param pid as the driver sees it, which within a container is not always the process's own
 */
record GpuProcess(long pid, long memoryBytes) {
  /** What to ask {@code nvidia-smi} for. */
  static final List<String> QUERY =
      List.of(
          "nvidia-smi", "--query-compute-apps=pid,used_memory", "--format=csv,noheader,nounits");

  private static final long MEBIBYTE = 1L << 20;

  /**
   * Reads the answer to {@link #QUERY}, in MiB; lines without a number, such as warnings or {@code
   * [N/A]} for the memory, are left out.
   */
  static List<GpuProcess> parse(String answer) {
    return answer
        .lines()
        .map(line -> Arrays.stream(line.split(",")).map(String::strip).toList())
        .filter(
            fields -> fields.size() == 2 && fields.stream().allMatch(f -> f.matches("\\d{1,12}")))
        .map(
            fields ->
                new GpuProcess(
                    Long.parseLong(fields.get(0)), Long.parseLong(fields.get(1)) * MEBIBYTE))
        .toList();
  }
}
