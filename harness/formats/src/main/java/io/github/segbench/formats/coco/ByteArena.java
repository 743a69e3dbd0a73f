package io.github.segbench.formats.coco;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of many segmentations, one behind another in blocks that are never moved. A piece lies in
 * one block and is known by its address: the block in the upper half, the offset in the lower.
 */
final class ByteArena {
  private static final int SMALLEST_BLOCK = 1 << 14;
  private static final int LARGEST_BLOCK = 1 << 20;
  private static final char FOREIGN = 0x7F;

  private final List<ByteBuffer> blocks = new ArrayList<>();
  private int used;
  private int capacity;

  /** Makes room for a piece, to be filled through {@link #block}. */
  long reserve(int length) {
    if (length > capacity - used || blocks.isEmpty()) {
      int growing = (int) Math.min(LARGEST_BLOCK, (long) SMALLEST_BLOCK << blocks.size());
      capacity = Math.max(length, growing);
      blocks.add(ByteBuffer.allocate(capacity));
      used = 0;
    }
    long address = (long) (blocks.size() - 1) << 32 | used;
    used += length;
    return address;
  }

  /** Appends text that should be ASCII; anything else becomes one character that no format has. */
  long append(char[] text, int offset, int length) {
    long address = reserve(length);
    byte[] bytes = block(address).array();
    int to = offset(address);
    for (int i = offset; i < offset + length; i++) {
      bytes[to++] = (byte) Math.min(text[i], FOREIGN);
    }
    return address;
  }

  /** The block of a piece, which starts at {@link #offset}. Only absolute access is safe. */
  ByteBuffer block(long address) {
    return blocks.get((int) (address >>> 32));
  }

  static int offset(long address) {
    return (int) address;
  }
}
