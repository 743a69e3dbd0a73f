package io.github.segbench.formats;

import io.github.segbench.api.segmentation.LabelSet;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The runs of one id in a map of 16-bit ids, along the rows and from one row into the next: a
 * hundredth of its pixels. They are found by the vectorised {@link Arrays#mismatch}, short ones,
 * which it takes too long for, by a plain loop.
 */
public final class IdRuns {
  private static final int SHORT_RUN = 4;

  private int[] ends;
  private short[] ids;
  private int size;

  /**
   * @param map unsigned ids, {@code [pixels]}, at least one
   */
  public IdRuns(short[] map) {
    ends = new int[1024];
    ids = new short[ends.length];
    int start = 0;
    while (start < map.length) {
      int end = runEnd(map, start);
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, 2 * size);
        ids = Arrays.copyOf(ids, 2 * size);
      }
      ends[size] = end;
      ids[size] = map[start];
      size++;
      start = end;
    }
  }

  private static int runEnd(short[] map, int from) {
    int near = Math.min(map.length, from + SHORT_RUN);
    int end = from + 1;
    while (end < near && map[end] == map[from]) {
      end++;
    }
    if (end < near || end == map.length) {
      return end;
    }
    int differs = Arrays.mismatch(map, end - 1, map.length - 1, map, end, map.length);
    return differs < 0 ? map.length : end + differs;
  }

  /** Number of runs. */
  public int size() {
    return size;
  }

  /** Position after the last pixel of each run, {@code [size]}. */
  public int[] ends() {
    return Arrays.copyOf(ends, size);
  }

  /** Position after the last pixel of a run. */
  public int end(int run) {
    return ends[run];
  }

  /** The id of a run, 0..65535. */
  public int id(int run) {
    return ids[run] & LabelSet.MAX_ID;
  }

  /** The ids that occur, ascending. */
  public int[] distinct() {
    BitSet seen = new BitSet(LabelSet.MAX_ID + 1);
    for (int i = 0; i < size; i++) {
      seen.set(id(i));
    }
    return seen.stream().toArray();
  }
}
