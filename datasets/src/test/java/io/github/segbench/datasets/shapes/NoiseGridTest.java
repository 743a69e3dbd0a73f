package io.github.segbench.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoiseGridTest {
  private static final int SIZE = 40;

  @ParameterizedTest
  @CsvSource({"0.035, 0.07", "0.9, 0.5", "1, 1", "3.7, 2.2"})
  void agreesWithTheNoiseItselfInAnyOrderOfRows(double stepX, double stepY) {
    ValueNoise noise = new ValueNoise(42);
    NoiseGrid grid = new NoiseGrid(noise, SIZE, x -> x * stepX, y -> y * stepY);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        assertThat(grid.at(x, y)).isEqualTo(noise.at(x * stepX, y * stepY));
      }
    }
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      int x = random.nextInt(SIZE);
      int y = random.nextInt(SIZE);
      assertThat(grid.at(x, y)).isEqualTo(noise.at(x * stepX, y * stepY));
    }
  }
}
