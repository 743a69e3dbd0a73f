package io.github.segbench.models.instance;

import io.github.segbench.api.segmentation.Mask;
import java.util.Arrays;

/** The alternating run lengths of a mask that is being built, column by column. */
final class ColumnRuns {
  private int[] counts = new int[64];
  private int size = 1;
  private boolean foreground;

  /** Appends pixels of one kind; joins them with the last run if it is of that kind. */
  void add(boolean isForeground, int pixels) {
    if (pixels == 0) {
      return;
    }
    if (isForeground != foreground) {
      foreground = isForeground;
      if (size == counts.length) {
        counts = Arrays.copyOf(counts, size * 2);
      }
      counts[size++] = 0;
    }
    counts[size - 1] += pixels;
  }

  /** The mask; its missing last pixels are background. */
  Mask toMask(int width, int height) {
    int sum = 0;
    for (int i = 0; i < size; i++) {
      sum += counts[i];
    }
    add(false, width * height - sum);
    return Mask.ofCounts(width, height, Arrays.copyOf(counts, size));
  }
}
