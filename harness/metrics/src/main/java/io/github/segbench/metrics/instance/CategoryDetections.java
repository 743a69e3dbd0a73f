package io.github.segbench.metrics.instance;

import java.util.List;

/**
 * All detections of one category in a data set by descending score, sorted once for every slice; of
 * equal scores the image that comes first comes first. Beside them, the objects of each image.
 */
final class CategoryDetections {
  /** {@code [detections]}: position of the image. */
  private final int[] image;

  /** {@code [detections]}: 0 for the best of its image and category. */
  private final int[] rank;

  private final double[] score;

  /** {@code [areas][detections]}: the bits of {@link CategoryMatches}. */
  private final int[][] words;

  private final List<OfImage> matches;

  /**
   * @param matches those of the images that have the category, by ascending image
   */
  CategoryDetections(List<OfImage> matches) {
    this.matches = matches;
    int size = 0;
    for (OfImage one : matches) {
      size += one.matches().size();
    }
    double[] unsorted = new double[size];
    int[] owner = new int[size];
    int[] unsortedRank = new int[size];
    int next = 0;
    for (int m = 0; m < matches.size(); m++) {
      CategoryMatches found = matches.get(m).matches();
      for (int d = 0; d < found.size(); d++, next++) {
        unsorted[next] = found.score(d);
        owner[next] = m;
        unsortedRank[next] = d;
      }
    }
    int[] order = ScoreOrder.descending(unsorted);
    image = new int[size];
    rank = new int[size];
    score = new double[size];
    words = new int[AreaRange.ALL_RANGES.size()][size];
    for (int i = 0; i < size; i++) {
      OfImage one = matches.get(owner[order[i]]);
      image[i] = one.image();
      rank[i] = unsortedRank[order[i]];
      score[i] = unsorted[order[i]];
      for (AreaRange area : AreaRange.ALL_RANGES) {
        words[area.ordinal()][i] = one.matches().word(area, rank[i]);
      }
    }
  }

  int size() {
    return image.length;
  }

  int image(int detection) {
    return image[detection];
  }

  /** 0 for the best detection of an image. */
  int rank(int detection) {
    return rank[detection];
  }

  double score(int detection) {
    return score[detection];
  }

  /** The bits of {@link CategoryMatches}. */
  int word(AreaRange area, int detection) {
    return words[area.ordinal()][detection];
  }

  /** The matches of the images that have the category, by ascending image. */
  List<OfImage> byImage() {
    return matches;
  }

  /**
   * The category in one image.
   *
   * @param image position among the images
   */
  record OfImage(int image, CategoryMatches matches) {}
}
