package io.github.segbench.metrics.panoptic;

/**
 * Pixels of each pair of a true and a predicted segment id that meet: an open-addressing hash table
 * that grows with the pairs and is used again for the next image.
 *
 * <p>Pairs keep the order in which they were met first.
 */
final class IdPairCounts {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int FIRST_BITS = 10;

  private int bits = FIRST_BITS;

  /** True id in the upper half; a slot without pixels is free. */
  private long[] keys = new long[1 << FIRST_BITS];

  private int[] pixels = new int[1 << FIRST_BITS];

  /** Slots of the pairs, at most a quarter of all. */
  private int[] slots = new int[1 << (FIRST_BITS - 2)];

  private int size;

  /** Forgets all pairs. */
  void clear() {
    for (int pair = 0; pair < size; pair++) {
      pixels[slots[pair]] = 0;
    }
    size = 0;
  }

  /**
   * @param count more pixels of the pair, at least 1
   */
  void add(int truth, int prediction, int count) {
    long key = key(truth, prediction);
    int slot = slotOf(key);
    if (pixels[slot] == 0) {
      insert(slot, key, count);
    } else {
      pixels[slot] += count;
    }
  }

  /** Adds each pixel of a stretch of two maps to the count of its pair. */
  void addEach(int[] truth, int[] prediction, int from, int to) {
    int i = from;
    while (i < to) {
      i = addKnown(truth, prediction, i, to);
      if (i < to) {
        add(truth[i], prediction[i], 1);
        i++;
      }
    }
  }

  /** The same up to the first pair that is not in the table, whose position it returns. */
  private int addKnown(int[] truth, int[] prediction, int from, int to) {
    // Locals, as the compiler cannot know that the fields stay the same.
    long[] table = keys;
    int[] counts = pixels;
    int shift = Long.SIZE - bits;
    int last = table.length - 1;
    for (int i = from; i < to; i++) {
      long key = key(truth[i], prediction[i]);
      int slot = hash(key, shift);
      while (table[slot] != key && counts[slot] != 0) {
        slot = (slot + 1) & last;
      }
      if (counts[slot] == 0) {
        return i;
      }
      counts[slot]++;
    }
    return to;
  }

  /** Number of pairs that meet. */
  int size() {
    return size;
  }

  /** The true id of a pair {@code 0..size - 1}. */
  int truth(int pair) {
    return (int) (keys[slots[pair]] >>> Integer.SIZE);
  }

  /** The predicted id of a pair {@code 0..size - 1}. */
  int prediction(int pair) {
    return (int) keys[slots[pair]];
  }

  /** The pixels of a pair {@code 0..size - 1}. */
  int pixels(int pair) {
    return pixels[slots[pair]];
  }

  /** The pixels that two ids share, 0 if they do not meet. */
  int common(int truth, int prediction) {
    return pixels[slotOf(key(truth, prediction))];
  }

  private void insert(int slot, long key, int count) {
    keys[slot] = key;
    pixels[slot] = count;
    slots[size++] = slot;
    if (size == slots.length) {
      grow();
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldPixels = pixels;
    int[] oldSlots = slots;
    bits++;
    keys = new long[1 << bits];
    pixels = new int[1 << bits];
    slots = new int[1 << (bits - 2)];
    for (int pair = 0; pair < size; pair++) {
      long key = oldKeys[oldSlots[pair]];
      int slot = slotOf(key);
      keys[slot] = key;
      pixels[slot] = oldPixels[oldSlots[pair]];
      slots[pair] = slot;
    }
  }

  /** The slot of a key, or the free one where it belongs. */
  private int slotOf(long key) {
    int last = keys.length - 1;
    int slot = hash(key, Long.SIZE - bits);
    while (pixels[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  private static long key(int truth, int prediction) {
    return ((long) truth << Integer.SIZE) | (prediction & 0xFFFF_FFFFL);
  }

  /** Multiplied twice, as ids in arithmetic progression would crowd after one multiplication. */
  private static int hash(long key, int shift) {
    long hash = key * GOLDEN;
    return (int) (((hash ^ (hash >>> Integer.SIZE)) * GOLDEN) >>> shift);
  }
}
