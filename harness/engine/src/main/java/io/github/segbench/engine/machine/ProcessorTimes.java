package io.github.segbench.engine.machine;

import java.util.Arrays;
import java.util.List;

/**
 * What a machine's processors have done since it started, in ticks of Linux's clock, summed over
 * all processors.
 *
 * @param busy spent on programs and on interrupts
 * @param idle spent on nothing, or waiting for disks
 * @param steal given to others by the host of a virtual machine
 * @param own the part of {@code busy} that this process took, with the processes that it started
 *     and has seen end
 */
public record ProcessorTimes(long busy, long idle, long steal, long own) {
  /** On systems that do not tell. */
  public static final ProcessorTimes UNKNOWN = new ProcessorTimes(0, 0, 0, 0);

  /**
   * Reads Linux's files.
   *
   * @param stat {@code /proc/stat}, whose first line is that of all processors: user, nice, system,
   *     idle, iowait, irq, softirq, steal
   * @param own {@code /proc/self/stat}: behind the name in parentheses, user and system time are
   *     the 12th and 13th field, those of ended children the 14th and 15th
   */
  static ProcessorTimes parse(String stat, String own) {
    List<Long> all = numbers(stat.lines().findFirst().orElse(""), 1, 8);
    // The name may have spaces and parentheses of its own.
    List<Long> self = numbers(own.substring(own.lastIndexOf(')') + 1), 11, 4);
    if (all.isEmpty() || self.isEmpty()) {
      return UNKNOWN;
    }
    return new ProcessorTimes(
        all.get(0) + all.get(1) + all.get(2) + all.get(5) + all.get(6),
        all.get(3) + all.get(4),
        all.get(7),
        self.get(0) + self.get(1) + self.get(2) + self.get(3));
  }

  /** So many fields behind the first ones; empty if there are fewer or one is no number. */
  private static List<Long> numbers(String text, int skipped, int count) {
    List<String> fields =
        Arrays.stream(text.strip().split("\\s+"))
            .skip(skipped)
            .limit(count)
            .filter(field -> field.matches("\\d{1,18}"))
            .toList();
    return fields.size() == count ? fields.stream().map(Long::valueOf).toList() : List.of();
  }

  /**
   * The share 0..1 of the processors' time that other processes have used since an earlier reading;
   * -1 if it is not known.
   */
  public double othersSince(ProcessorTimes earlier) {
    return share(busy - earlier.busy - (own - earlier.own), earlier);
  }

  /** The share 0..1 that the host gave to others since an earlier reading; -1 if not known. */
  public double stealSince(ProcessorTimes earlier) {
    return share(steal - earlier.steal, earlier);
  }

  private double share(long ticks, ProcessorTimes earlier) {
    if (equals(UNKNOWN) || earlier.equals(UNKNOWN) || total() <= earlier.total()) {
      return -1;
    }
    // The kernel counts the two by different clocks: a process may seem to have used more than all.
    return Math.max(0, (double) ticks / (total() - earlier.total()));
  }

  private long total() {
    return busy + idle + steal;
  }
}
