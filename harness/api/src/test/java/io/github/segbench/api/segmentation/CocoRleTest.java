package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CocoRleTest {
  @Test
  void writesOneCharacterForARunBelowSixteen() {
    // runs 2, 1, 1, 2 of a 3x2 image; the fourth is stored as 2 - 1 = 1: characters 48 + 2, 1, 1, 1
    Mask mask = Mask.ofCounts(3, 2, new int[] {2, 1, 1, 2});
    assertThat(CocoRle.encode(mask)).isEqualTo("2111");
  }

  @Test
  void setsTheContinuationBitForALongRun() {
    // 50 = 1 * 32 + 18: low five bits 18, more follows: 48 + 32 + 18 = 98 'b'; then 1: '1'
    Mask mask = Mask.ofCounts(5, 10, new int[] {50});
    assertThat(CocoRle.encode(mask)).isEqualTo("b1");
  }

  @Test
  void storesAShrinkingRunAsANegativeDifference() {
    // Runs 0, 9, 1, 2: the fourth is 2 - 9 = -7, in five bits 25, sign bit set: 48 + 25.
    Mask mask = Mask.ofCounts(4, 3, new int[] {0, 9, 1, 2});
    assertThat(CocoRle.encode(mask)).isEqualTo("091I");
  }

  @Test
  void anyMaskSurvivesTheRoundTrip() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(60);
      int height = 1 + random.nextInt(60);
      boolean[] bitmap = new boolean[width * height];
      boolean current = random.nextBoolean();
      for (int i = 0; i < bitmap.length; i++) {
        if (random.nextInt(40) == 0) {
          current = !current;
        }
        bitmap[i] = current;
      }
      Mask mask = Mask.ofBitmap(width, height, bitmap);
      assertThat(CocoRle.decode(width, height, CocoRle.encode(mask))).isEqualTo(mask);
    }
  }

  @Test
  void refusesATruncatedString() {
    assertThatThrownBy(() -> CocoRle.decode(5, 10, "b"))
        .hasMessage("RLE string ends in the middle of a run");
  }

  @Test
  void refusesAForeignCharacter() {
    assertThatThrownBy(() -> CocoRle.decode(5, 10, "b1\u007f"))
        .hasMessage("RLE string has a bad character at 2");
    assertThatThrownBy(() -> CocoRle.decode(5, 10, "5 "))
        .hasMessage("RLE string has a bad character at 1");
  }

  @Test
  void refusesRunsThatDoNotFillTheMask() {
    // 5, 40 and 15 pixels of 100.
    assertThatThrownBy(() -> CocoRle.decode(10, 10, "5X1?"))
        .hasMessage("runs add up to 60 pixels, expected 10x10 = 100");
  }

  @Test
  void refusesRunsThatAreNegativeOrTooLong() {
    // 'O' is -1; "ooooooo0" has eight digits, more than a run can have.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CocoRle.decode(10, 10, "O"))
        .withMessage("RLE string has a run of -1 pixels");
    assertThatIllegalArgumentException().isThrownBy(() -> CocoRle.decode(10, 10, "ooooooo0"));
    // Seven digits of 31, the last without a sign: 2^34 - 1 would wrap round in 32 bits.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CocoRle.decode(10, 10, "oooooo?"))
        .withMessage("RLE string has a run of 17179869183 pixels");
  }
}
