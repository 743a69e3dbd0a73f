package io.github.segbench.formats;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.MaskBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The masks of several ids of one map, from a single pass over it. The pass goes column by column,
 * as the runs of a mask do; a few columns at a time are copied out first, because reading a map
 * down its columns misses the cache at each pixel.
 */
public final class IdMasks {
  private static final int STRIP = 16;

  private final int width;
  private final int height;
  private final short[] map;

  /** Position in {@link #runs} plus 1; 0 for ids that nobody asked for. */
  private final short[] slotOfId = new short[LabelSet.MAX_ID + 1];

  private final List<MaskBuilder> runs = new ArrayList<>();

  private IdMasks(LabelMap map, int[] ids) {
    this.width = map.width();
    this.height = map.height();
    this.map = map.labels();
    for (int id : ids) {
      runs.add(new MaskBuilder(width, height));
      slotOfId[id] = (short) runs.size();
    }
  }

  /** A mask for each of the ids that occur and are wanted, by ascending id. */
  public static SortedMap<Integer, Mask> byId(LabelMap map, IntPredicate wanted) {
    int[] ids = Arrays.stream(new IdRuns(map.labels()).distinct()).filter(wanted).toArray();
    List<Mask> masks = of(map, ids);
    SortedMap<Integer, Mask> byId = new TreeMap<>();
    for (int i = 0; i < ids.length; i++) {
      byId.put(ids[i], masks.get(i));
    }
    return byId;
  }

  /**
   * @param ids distinct, 0..65535
   * @return a mask for each id, in their order
   */
  public static List<Mask> of(LabelMap map, int[] ids) {
    IdMasks masks = new IdMasks(map, ids);
    short[] strip = new short[STRIP * masks.height];
    for (int x = 0; x < masks.width; x += STRIP) {
      int columns = Math.min(STRIP, masks.width - x);
      masks.copyColumns(x, columns, strip);
      masks.scan(strip, columns * masks.height, x * masks.height);
    }
    return masks.runs.stream().map(MaskBuilder::build).toList();
  }

  private void copyColumns(int x, int columns, short[] strip) {
    for (int y = 0; y < height; y++) {
      int from = y * width + x;
      for (int column = 0, to = y; column < columns; column++, to += height) {
        strip[to] = map[from + column];
      }
    }
  }

  /**
   * @param offset position of the strip's first pixel in the order of the runs
   */
  private void scan(short[] strip, int length, int offset) {
    int start = 0;
    while (start < length) {
      short id = strip[start];
      int end = start + 1;
      while (end < length && strip[end] == id) {
        end++;
      }
      int slot = slotOfId[id & LabelSet.MAX_ID] & LabelSet.MAX_ID;
      if (slot > 0) {
        runs.get(slot - 1).append(offset + start, offset + end);
      }
      start = end;
    }
  }
}
