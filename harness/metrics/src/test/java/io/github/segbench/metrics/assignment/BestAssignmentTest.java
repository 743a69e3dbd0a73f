package io.github.segbench.metrics.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BestAssignmentTest {

  @Test
  void givesUpTheBestPairForABetterSum() {
    // 9 + 1 = 10 is less than 8 + 7 = 15.
    long[][] gains = {{9, 8}, {7, 1}};

    assertThat(BestAssignment.of(gains)).containsExactly(1, 0);
  }

  @Test
  void leavesRowsOverWhenThereAreMoreRowsThanColumns() {
    assertThat(BestAssignment.of(new long[][] {{3}, {5}, {4}})).containsExactly(-1, 0, -1);
  }

  @Test
  void leavesColumnsOverWhenThereAreMoreColumnsThanRows() {
    assertThat(BestAssignment.of(new long[][] {{3, 5, 4}})).containsExactly(1);
  }

  @Test
  void pairsNothingThatHasNothingInCommon() {
    assertThat(BestAssignment.of(new long[][] {{0, 2}, {0, 0}})).containsExactly(1, -1);
  }

  @Test
  void takesNoRowsAndNoColumns() {
    assertThat(BestAssignment.of(new long[0][])).isEmpty();
    assertThat(BestAssignment.of(new long[2][0])).containsExactly(-1, -1);
  }

  @Test
  void isAsGoodAsTheBestOfAllAssignments() {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      long[][] gains = new long[rows][columns];
      for (long[] row : gains) {
        Arrays.setAll(row, j -> random.nextInt(3) == 0 ? 0 : random.nextInt(20));
      }
      int[] assignment = BestAssignment.of(gains);

      int[] used = Arrays.stream(assignment).filter(column -> column >= 0).toArray();
      assertThat(used).doesNotHaveDuplicates();
      assertThat(sum(gains, assignment)).isEqualTo(bestSum(gains, 0, new boolean[columns]));
    }
  }

  private static long sum(long[][] gains, int[] assignment) {
    return IntStream.range(0, gains.length)
        .filter(row -> assignment[row] >= 0)
        .mapToLong(row -> gains[row][assignment[row]])
        .sum();
  }

  private static long bestSum(long[][] gains, int row, boolean[] taken) {
    if (row == gains.length) {
      return 0;
    }
    long best = bestSum(gains, row + 1, taken);
    for (int column = 0; column < taken.length; column++) {
      if (!taken[column]) {
        taken[column] = true;
        best = Math.max(best, gains[row][column] + bestSum(gains, row + 1, taken));
        taken[column] = false;
      }
    }
    return best;
  }
}
