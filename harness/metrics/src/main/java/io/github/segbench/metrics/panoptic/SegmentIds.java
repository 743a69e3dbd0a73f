package io.github.segbench.metrics.panoptic;

import java.util.Arrays;

/**
 * Indices of segment ids: an open-addressing hash table from ids 0..16777215 to small numbers.
 * Absent ids share one index.
 */
final class SegmentIds {
  private static final int EMPTY = -1;

  private final int[] keys;
  private final int[] indices;
  private final int mask;
  private final int absent;

  /**
   * @param ids distinct; position is the index
   * @param absent index of all other ids
   */
  SegmentIds(int[] ids, int absent) {
    this.absent = absent;
    int capacity = Integer.highestOneBit(Math.max(4, ids.length * 4));
    keys = new int[capacity];
    indices = new int[capacity];
    mask = capacity - 1;
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < ids.length; i++) {
      int slot = slotOf(ids[i]);
      keys[slot] = ids[i];
      indices[slot] = i;
    }
  }

  int indexOf(int id) {
    int slot = slotOf(id);
    return keys[slot] == EMPTY ? absent : indices[slot];
  }

  private int slotOf(int id) {
    int slot = ((id * 0x9E3779B1) >>> 8) & mask;
    while (keys[slot] != EMPTY && keys[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
