package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Arrays;

/**
 * The pairs that occur, in an open-addressing hash table, for label sets of thousands of classes of
 * which an image has a few.
 */
final class SparsePairCounts implements PairCounts {
  private static final int FIRST_CAPACITY = 1024;

  private final int classes;
  private final int[] indexById;

  /** Truth in the upper 16 bits, prediction in the lower. */
  private int[] pairs = new int[FIRST_CAPACITY];

  /** Pixels of the pair at the same place; 0 where there is none. */
  private long[] pixels = new long[FIRST_CAPACITY];

  private int size;

  SparsePairCounts(LabelSet labels) {
    classes = labels.size();
    indexById = PairCounts.table(labels, 1);
  }

  @Override
  public void count(LabelMap truth, LabelMap prediction) {
    int pixels = truth.width() * truth.height();
    int truthEnd = 0;
    int predictionEnd = 0;
    int i = 0;
    while (i < pixels) {
      if (truthEnd <= i) {
        truthEnd = truth.runEnd(i, pixels);
      }
      if (predictionEnd <= i) {
        predictionEnd = prediction.runEnd(i, pixels);
      }
      int end = Math.min(truthEnd, predictionEnd);
      int trueClass = indexById[truth.at(i)];
      if (trueClass < classes) {
        add(trueClass, indexById[prediction.at(i)], end - i);
      }
      i = end;
    }
  }

  @Override
  public void add(int truth, int prediction, long more) {
    if (more == 0) {
      return;
    }
    int pair = (truth << 16) | prediction;
    int slot = slotOf(pair);
    if (pixels[slot] == 0) {
      if (++size > pairs.length / 2) {
        grow();
        slot = slotOf(pair);
      }
      pairs[slot] = pair;
    }
    pixels[slot] += more;
  }

  private int slotOf(int pair) {
    int mask = pairs.length - 1;
    int slot = ((pair * 0x9E3779B1) >>> 7) & mask;
    while (pixels[slot] != 0 && pairs[slot] != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldPairs = pairs;
    long[] oldPixels = pixels;
    pairs = new int[2 * oldPairs.length];
    pixels = new long[2 * oldPairs.length];
    for (int i = 0; i < oldPairs.length; i++) {
      if (oldPixels[i] != 0) {
        int slot = slotOf(oldPairs[i]);
        pairs[slot] = oldPairs[i];
        pixels[slot] = oldPixels[i];
      }
    }
  }

  @Override
  public long get(int truth, int prediction) {
    return pixels[slotOf((truth << 16) | prediction)];
  }

  @Override
  public void forEach(PairConsumer consumer) {
    for (int i = 0; i < pairs.length; i++) {
      if (pixels[i] != 0) {
        consumer.accept(pairs[i] >>> 16, pairs[i] & 0xFFFF, pixels[i]);
      }
    }
  }

  @Override
  public void clear() {
    Arrays.fill(pixels, 0);
    size = 0;
  }
}
