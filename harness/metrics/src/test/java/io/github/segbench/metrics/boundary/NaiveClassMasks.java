package io.github.segbench.metrics.boundary;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;

/** Masks of classes and their boundaries by loops over pixels, {@code [height][width]}. */
final class NaiveClassMasks {
  private NaiveClassMasks() {}

  /** The mask of a class in a map, without the pixels whose ground truth is void. */
  static boolean[][] mask(LabelMap map, LabelMap truth, LabelSet labels, int id) {
    boolean[][] mask = new boolean[map.height()][map.width()];
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        mask[y][x] = map.at(x, y) == id && labels.indexOf(truth.at(x, y)) >= 0;
      }
    }
    return mask;
  }

  /** Erosion by a 3x3 square, applied several times. */
  static boolean[][] erode(boolean[][] mask, int times, boolean beyond) {
    boolean[][] eroded = mask;
    for (int i = 0; i < times; i++) {
      eroded = erodeOnce(eroded, beyond);
    }
    return eroded;
  }

  private static boolean[][] erodeOnce(boolean[][] mask, boolean beyond) {
    boolean[][] eroded = new boolean[mask.length][mask[0].length];
    for (int y = 0; y < mask.length; y++) {
      for (int x = 0; x < mask[0].length; x++) {
        boolean all = true;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            all &= at(mask, x + dx, y + dy, beyond);
          }
        }
        eroded[y][x] = all;
      }
    }
    return eroded;
  }

  static boolean[][] outline(boolean[][] mask) {
    boolean[][] outline = new boolean[mask.length][mask[0].length];
    for (int y = 0; y < mask.length; y++) {
      for (int x = 0; x < mask[0].length; x++) {
        boolean inside =
            at(mask, x - 1, y, false)
                && at(mask, x + 1, y, false)
                && at(mask, x, y - 1, false)
                && at(mask, x, y + 1, false);
        outline[y][x] = mask[y][x] && !inside;
      }
    }
    return outline;
  }

  static boolean at(boolean[][] mask, int x, int y, boolean beyond) {
    boolean within = y >= 0 && y < mask.length && x >= 0 && x < mask[0].length;
    return within ? mask[y][x] : beyond;
  }

  static boolean[][] minus(boolean[][] mask, boolean[][] other) {
    boolean[][] left = new boolean[mask.length][mask[0].length];
    for (int y = 0; y < mask.length; y++) {
      for (int x = 0; x < mask[0].length; x++) {
        left[y][x] = mask[y][x] && !other[y][x];
      }
    }
    return left;
  }

  static int count(boolean[][] mask) {
    return countCommon(mask, mask);
  }

  static int countCommon(boolean[][] mask, boolean[][] other) {
    int count = 0;
    for (int y = 0; y < mask.length; y++) {
      for (int x = 0; x < mask[0].length; x++) {
        count += mask[y][x] && other[y][x] ? 1 : 0;
      }
    }
    return count;
  }

  /** Pixels of a mask that have one of the other nearer than a distance. */
  static int countNear(boolean[][] mask, boolean[][] other, double squaredDistance) {
    int count = 0;
    for (int y = 0; y < mask.length; y++) {
      for (int x = 0; x < mask[0].length; x++) {
        count += mask[y][x] && isNear(other, x, y, squaredDistance) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean isNear(boolean[][] other, int column, int row, double squaredDistance) {
    for (int y = 0; y < other.length; y++) {
      for (int x = 0; x < other[0].length; x++) {
        double squared = (double) (x - column) * (x - column) + (double) (y - row) * (y - row);
        if (other[y][x] && squared < squaredDistance) {
          return true;
        }
      }
    }
    return false;
  }
}
