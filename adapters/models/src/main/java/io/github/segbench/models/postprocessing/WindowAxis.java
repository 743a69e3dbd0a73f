package io.github.segbench.models.postprocessing;

import java.util.ArrayList;
import java.util.List;

/** The windows along one axis of an input. */
final class WindowAxis {
  private final int length;
  private final int[] starts;

  private WindowAxis(int length, int[] starts) {
    this.length = length;
    this.starts = starts;
  }

  /**
   * Windows from the start to the end; the last one is moved inside.
   *
   * @param extent to be covered, at most {@code input}
   * @param input the whole side; a longer window is cut to it
   * @param stride from one window to the next
   */
  static WindowAxis of(int extent, int input, int window, int stride) {
    int length = Math.min(window, input);
    List<Integer> starts = new ArrayList<>(List.of(0));
    int start = 0;
    while (start + length < extent) {
      start = Math.min(start + stride, extent - length);
      starts.add(start);
    }
    return new WindowAxis(length, starts.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Pixels of each window. */
  int length() {
    return length;
  }

  /** The first pixel of each window, ascending; not a copy. */
  int[] starts() {
    return starts;
  }
}
