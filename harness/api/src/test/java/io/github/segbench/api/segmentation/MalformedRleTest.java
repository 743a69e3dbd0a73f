package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Strings of run lengths with mistakes: an error, or what a slow decoder reads as well. */
final class MalformedRleTest {
  private static final int WIDTH = 9;
  private static final int HEIGHT = 11;

  /** A longer number of base 32 does not fit into a run, unless its first digits are 0. */
  private static final int MOST_DIGITS = 7;

  @Test
  void areNeverReadAsAnotherMask() {
    Random random = new Random(31);
    int read = 0;
    int refused = 0;
    for (int trial = 0; trial < 40_000; trial++) {
      String text = mutated(random);
      int[] expected = slowCounts(text);
      Mask mask = decoded(text);
      if (mask == null) {
        refused++;
        assertThat(expected == null || longestNumber(text) > MOST_DIGITS).as(text).isTrue();
      } else {
        read++;
        assertThat(expected).as(text).isNotNull();
        assertThat(mask).isEqualTo(Mask.ofCounts(WIDTH, HEIGHT, expected));
      }
    }
    assertThat(read).isGreaterThan(1_000);
    assertThat(refused).isGreaterThan(1_000);
  }

  private static @Nullable Mask decoded(String text) {
    try {
      return CocoRle.decode(WIDTH, HEIGHT, text);
    } catch (IllegalArgumentException refused) {
      return null;
    }
  }

  /** A sound string with up to three characters changed, left out or put in. */
  private static String mutated(Random random) {
    boolean[] bitmap = new boolean[WIDTH * HEIGHT];
    int share = random.nextInt(11);
    for (int i = 0; i < bitmap.length; i++) {
      boolean same = i > 0 && random.nextInt(3) > 0;
      bitmap[i] = same ? bitmap[i - 1] : random.nextInt(10) < share;
    }
    StringBuilder text = new StringBuilder(CocoRle.encode(Mask.ofBitmap(WIDTH, HEIGHT, bitmap)));
    for (int i = random.nextInt(4); i > 0 && text.length() > 0; i--) {
      int position = random.nextInt(text.length());
      char character = (char) ('0' - 1 + random.nextInt(66));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(position, character);
        case 1 -> text.deleteCharAt(position);
        case 2 -> text.insert(position, character);
        // A digit 0 that is followed by more, which changes nothing at the end of a number.
        default -> text.insert(position, 'P');
      }
    }
    return text.toString();
  }

  private static int longestNumber(String text) {
    int longest = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits++;
      longest = Math.max(longest, digits);
      digits = (text.charAt(i) - '0' & 0x20) == 0 ? 0 : digits;
    }
    return longest;
  }

  /** The runs, in numbers of any size; null if they are none of a mask. */
  private static int @Nullable [] slowCounts(String text) {
    List<BigInteger> runs = new ArrayList<>();
    BigInteger value = BigInteger.ZERO;
    BigInteger unit = BigInteger.ONE;
    for (int i = 0; i < text.length(); i++) {
      int bits = text.charAt(i) - '0';
      if (bits < 0 || bits > 63) {
        return null;
      }
      value = value.add(unit.multiply(BigInteger.valueOf(bits & 31)));
      unit = unit.shiftLeft(5);
      if ((bits & 32) == 0) {
        BigInteger run = (bits & 16) == 0 ? value : value.subtract(unit);
        runs.add(runs.size() > 2 ? run.add(runs.get(runs.size() - 2)) : run);
        value = BigInteger.ZERO;
        unit = BigInteger.ONE;
      }
    }
    boolean cut = unit.bitLength() > 1;
    boolean negative = runs.stream().anyMatch(run -> run.signum() < 0);
    BigInteger sum = runs.stream().reduce(BigInteger.ZERO, BigInteger::add);
    return cut || negative || !sum.equals(BigInteger.valueOf(WIDTH * HEIGHT))
        ? null
        : runs.stream().mapToInt(BigInteger::intValueExact).toArray();
  }
}
