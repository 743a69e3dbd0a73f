package io.github.segbench.models.semantic;

import java.util.Arrays;

/**
 * The channel with the highest score at each position of a row, found channel by channel; the
 * lowest channel wins ties.
 *
 * <p>The loop has neither branches nor array offsets, so that the compiler turns it into vector
 * instructions: scores are compared as integers that sort as the floats do.
 *
 * <p>HotSpot 17 finds no vectors where it has compiled {@link #add} into the loop that calls it,
 * which takes four times as long: the launcher and the forks of the latency phase forbid that
 * ({@code -XX:CompileCommand=dontinline}).
 */
final class RowArgmax {
  private static final int MAGNITUDE = 0x7FFFFFFF;

  private final int[] best;
  private final int[] channels;

  RowArgmax(int width) {
    this.best = new int[width];
    this.channels = new int[width];
  }

  /** Forgets all scores. */
  void start() {
    Arrays.fill(best, Integer.MIN_VALUE);
    Arrays.fill(channels, 0);
  }

  /**
   * Takes the scores of the next channel.
   *
   * @param scoreBits {@code [width]}, the bits of float32 scores that are not NaN
   */
  void add(int channel, int[] scoreBits) {
    for (int x = 0; x < best.length; x++) {
      int bits = scoreBits[x];
      int sign = bits >> 31;
      int score = ((bits & MAGNITUDE) ^ sign) - sign; // -0 becomes 0, negative ones sort as such
      int held = best[x];
      // All ones where held < score, also where their difference overflows.
      int higher = ((held & ~score) | (~(held ^ score) & (held - score))) >> 31;
      best[x] = held ^ ((held ^ score) & higher);
      channels[x] = channels[x] ^ ((channels[x] ^ channel) & higher);
    }
  }

  /** Writes the label id of each position's channel. */
  void labels(short[] labelByChannel, short[] target, int start) {
    for (int x = 0; x < channels.length; x++) {
      target[start + x] = labelByChannel[channels[x]];
    }
  }
}
