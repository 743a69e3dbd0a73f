package io.github.segbench.api.segmentation;

/**
 * What two masks have in common, from their runs alone: start and end of each run, strictly
 * ascending. One walk down both lists, which begins where the later of them begins.
 */
final class RunPairs {
  private RunPairs() {}

  /** Number of pixels that both lists hold; neither is empty. */
  static int intersectionArea(int[] left, int[] right) {
    int i = firstEndingAfter(right[0], left);
    int j = firstEndingAfter(left[0], right);
    int area = 0;
    while (i < left.length && j < right.length) {
      int leftEnd = left[i + 1];
      int rightEnd = right[j + 1];
      int common = Math.min(leftEnd, rightEnd) - Math.max(left[i], right[j]);
      area += Math.max(common, 0);
      // Steps on from the run that ends first, from both if they end together. Which one that is
      // nobody can predict, so it is computed without a branch: the sign of the difference.
      i += (leftEnd - rightEnd - 1) >>> 30 & 2;
      j += (rightEnd - leftEnd - 1) >>> 30 & 2;
    }
    return area;
  }

  /** Appends the runs that both lists hold; neither is empty. */
  static void intersection(int[] left, int[] right, MaskBuilder common) {
    int i = firstEndingAfter(right[0], left);
    int j = firstEndingAfter(left[0], right);
    while (i < left.length && j < right.length) {
      int leftEnd = left[i + 1];
      int rightEnd = right[j + 1];
      common.append(Math.max(left[i], right[j]), Math.min(leftEnd, rightEnd));
      i += leftEnd <= rightEnd ? 2 : 0;
      j += rightEnd <= leftEnd ? 2 : 0;
    }
  }

  /** Appends the runs of the left list without the pixels of the right one. */
  static void difference(int[] left, int[] right, MaskBuilder rest) {
    int j = 0;
    for (int i = 0; i < left.length; i += 2) {
      int start = left[i];
      int end = left[i + 1];
      while (j < right.length && right[j + 1] <= start) {
        j += 2;
      }
      int hole = j;
      while (hole < right.length && right[hole] < end) {
        rest.append(start, right[hole]);
        start = right[hole + 1];
        hole += 2;
      }
      rest.append(start, end);
      // The last hole may go on into the next run.
      j = Math.max(j, hole - 2);
    }
  }

  /** Index of the first run that ends after a position; the length of the list if there is none. */
  private static int firstEndingAfter(int position, int[] bounds) {
    int low = 0;
    int high = bounds.length / 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (bounds[2 * middle + 1] <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low;
  }
}
