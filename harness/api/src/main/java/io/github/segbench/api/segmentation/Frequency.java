package io.github.segbench.api.segmentation;

import java.util.Locale;

/**
 * In how many training images a category occurs, in three steps.
 *
 * <p>Source: Gupta, Dollar, Girshick 2019, LVIS, section 3.1: rare in 1 to 10 images, common in 11
 * to 100, frequent in more.
 */
public enum Frequency {
  RARE,
  COMMON,
  FREQUENT;

  private static final int MOST_RARE = 10;
  private static final int MOST_COMMON = 100;

  /** The lower-case name used in label files and results. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param images in which the category occurs
   */
  public static Frequency of(int images) {
    if (images <= MOST_RARE) {
      return RARE;
    }
    return images <= MOST_COMMON ? COMMON : FREQUENT;
  }
}
