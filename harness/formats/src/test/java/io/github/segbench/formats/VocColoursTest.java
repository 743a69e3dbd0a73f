package io.github.segbench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VocColoursTest {
  /** The published table of VOC 2012: background, aeroplane, bicycle, ..., tv monitor, void. */
  @ParameterizedTest
  @CsvSource({
    "0, 000000",
    "1, 800000",
    "2, 008000",
    "3, 808000",
    "4, 000080",
    "8, 400000",
    "15, C08080",
    "20, 004080",
    "255, E0E0C0"
  })
  void areThoseOfTheDevelopmentKit(int id, String rgb) {
    assertThat(VocColours.of(id)).isEqualTo(Integer.parseInt(rgb, 16));
  }

  @Test
  void tellsAllIdsOfALabelSetApart() {
    assertThat(IntStream.rangeClosed(0, 0xFFFF).map(VocColours::of).distinct().count())
        .isEqualTo(0x10000);
  }
}
