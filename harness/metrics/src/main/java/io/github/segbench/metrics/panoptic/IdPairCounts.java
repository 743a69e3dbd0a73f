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

  /** Slots of the pairs, at most half of all. */
  private int[] slots = new int[1 << (FIRST_BITS - 1)];

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
    slots = new int[1 << (bits - 1)];
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
    int slot = (int) ((key * GOLDEN) >>> (Long.SIZE - bits)) & last;
    while (pixels[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  private static long key(int truth, int prediction) {
    return ((long) truth << Integer.SIZE) | (prediction & 0xFFFF_FFFFL);
  }
}
