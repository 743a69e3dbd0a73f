package io.github.segbench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class IdRunsTest {
  private static final int RANDOM_MAPS = 20_000;

  @Test
  void agreesWithAPixelLoop() {
    Random random = new Random(6);
    for (int i = 0; i < RANDOM_MAPS; i++) {
      // Runs on both sides of what is short.
      int longest = 1 + random.nextInt(12);
      short[] map = new short[1 + random.nextInt(60)];
      short id = 0;
      int left = 0;
      for (int pixel = 0; pixel < map.length; pixel++) {
        if (left-- == 0) {
          id = (short) (random.nextInt(5) * 16_001);
          left = random.nextInt(longest);
        }
        map[pixel] = id;
      }
      assertAgrees(map);
    }
  }

  private static void assertAgrees(short[] map) {
    IdRuns runs = new IdRuns(map);
    TreeSet<Integer> occurring = new TreeSet<>();
    int run = 0;
    for (int pixel = 0; pixel < map.length; pixel++) {
      int id = Short.toUnsignedInt(map[pixel]);
      occurring.add(id);
      boolean last = pixel + 1 == map.length || map[pixel + 1] != map[pixel];
      if (last) {
        assertThat(runs.end(run)).isEqualTo(pixel + 1);
        assertThat(runs.id(run)).isEqualTo(id);
        run++;
      }
    }
    assertThat(runs.size()).isEqualTo(run);
    assertThat(runs.ends()).hasSize(run);
    assertThat(runs.distinct()).containsExactly(occurring.stream().mapToInt(i -> i).toArray());
  }

  @Test
  void keepsMoreRunsThanItHasRoomForAtFirst() {
    short[] map = new short[5000];
    for (int i = 0; i < map.length; i++) {
      map[i] = (short) i;
    }
    assertAgrees(map);
  }
}
