package io.github.segbench.formats.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTextTest {
  private static double parse(String text) {
    char[] padded = ("7" + text + "7").toCharArray();
    return DecimalText.parse(padded, 1, text.length());
  }

  @Test
  void isTheNearestDoubleOrSaysNothing() {
    Random random = new Random(17);
    int given = 0;
    for (int i = 0; i < 50_000; i++) {
      String text =
          switch (i % 3) {
            case 0 ->
                new BigDecimal(random.nextLong() >> random.nextInt(64))
                    .movePointLeft(random.nextInt(25))
                    .toPlainString();
            case 1 -> Double.toString(random.nextGaussian() * 1000);
            default -> Float.toString(random.nextFloat());
          };
      double value = parse(text);
      if (!Double.isNaN(value)) {
        given++;
        assertThat(Double.doubleToLongBits(value))
            .as(text)
            .isEqualTo(Double.doubleToLongBits(Double.parseDouble(text)));
      }
    }
    assertThat(given).isGreaterThan(15_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "-0.0", "486.77", "9007199254740992", "0.06837750226259232"})
  void understandsWhatFilesHold(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e5",
        "NaN",
        "-Infinity",
        "9007199254740993",
        "9223372036854775808",
        "-9999999999999999999",
        "1.2.3",
        "1234567890123456789012"
      })
  void leavesTheRestToOthers(String text) {
    assertThat(parse(text)).isNaN();
  }
}
