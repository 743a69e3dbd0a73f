package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LabelMapTest {
  private static LabelMap widened(byte[] ids, int width, int height) {
    short[] wide = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      wide[i] = (short) (ids[i] & 0xFF);
    }
    return new LabelMap(width, height, wide);
  }

  @Test
  void takesBytesAsUnsigned() {
    LabelMap map = LabelMap.ofBytes(2, 2, new byte[] {0, 127, (byte) 128, (byte) 255});
    assertThat(map.labels()).containsExactly(0, 127, 128, 255);
    assertThat(map.at(0, 1)).isEqualTo(128);
    assertThat(map.at(3)).isEqualTo(255);
    assertThat(new LabelMap(1, 1, new short[] {(short) 65_535}).at(0)).isEqualTo(65_535);
  }

  @Test
  void copiesNeitherBytesNorShorts() {
    byte[] bytes = {1, 2};
    short[] shorts = {1, 2};
    assertThat(LabelMap.ofBytes(2, 1, bytes).bytes()).isSameAs(bytes);
    assertThat(new LabelMap(2, 1, shorts).labels()).isSameAs(shorts);
  }

  @Test
  void widensOnce() {
    LabelMap map = LabelMap.ofBytes(2, 1, new byte[] {1, 2});
    assertThat(map.labels()).isSameAs(map.labels());
    assertThat(map.hasBytes()).isTrue();
  }

  @Test
  void saysThatAMapOfShortsHasNoBytes() {
    LabelMap map = new LabelMap(2, 1, new short[] {1, 2});
    assertThat(map.hasBytes()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(map::bytes)
        .withMessage("a label map of shorts has no bytes");
  }

  @Test
  void refusesArraysOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelMap.ofBytes(2, 2, new byte[3]))
        .withMessage("a label map of 2x2 has 4 labels, not 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelMap(2, 2, new short[5]))
        .withMessage("a label map of 2x2 has 4 labels, not 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelMap.ofBytes(0, 2, new byte[0]))
        .withMessage("label map size must be positive: 0x2");
  }

  @Test
  void equalsAMapOfTheSameIdsHoweverTheyLie() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      int width = 1 + random.nextInt(9);
      int height = 1 + random.nextInt(9);
      byte[] ids = new byte[width * height];
      random.nextBytes(ids);
      LabelMap bytes = LabelMap.ofBytes(width, height, ids);
      LabelMap shorts = widened(ids, width, height);
      assertThat(bytes).isEqualTo(shorts).hasSameHashCodeAs(shorts);
      assertThat(shorts).isEqualTo(bytes);
      assertThat(bytes).isEqualTo(LabelMap.ofBytes(width, height, ids.clone()));
      byte[] other = ids.clone();
      other[random.nextInt(other.length)]++;
      assertThat(LabelMap.ofBytes(width, height, other)).isNotEqualTo(bytes).isNotEqualTo(shorts);
      assertThat(shorts).isNotEqualTo(LabelMap.ofBytes(width, height, other));
    }
    assertThat(LabelMap.ofBytes(1, 2, new byte[2]))
        .isNotEqualTo(LabelMap.ofBytes(2, 1, new byte[2]));
    // As a short, 0xFF80 has the byte 0x80 too.
    assertThat(LabelMap.ofBytes(1, 1, new byte[] {(byte) 0x80}))
        .isNotEqualTo(new LabelMap(1, 1, new short[] {(short) 0xFF80}));
  }

  @Test
  void findsTheEndsOfRunsThatAPixelLoopFinds() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      byte[] ids = new byte[1 + random.nextInt(100)];
      int change = 1 + random.nextInt(40);
      for (int k = 1; k < ids.length; k++) {
        ids[k] = random.nextInt(change) == 0 ? (byte) -random.nextInt(3) : ids[k - 1];
      }
      int from = random.nextInt(ids.length);
      int limit = from + 1 + random.nextInt(ids.length - from);
      int end = from + 1;
      while (end < limit && ids[end] == ids[from]) {
        end++;
      }
      assertThat(LabelMap.ofBytes(ids.length, 1, ids).runEnd(from, limit)).isEqualTo(end);
      assertThat(widened(ids, ids.length, 1).runEnd(from, limit)).isEqualTo(end);
    }
  }
}
