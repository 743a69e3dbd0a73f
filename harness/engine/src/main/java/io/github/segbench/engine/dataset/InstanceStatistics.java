package io.github.segbench.engine.dataset;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Arrays;

/**
 * How many objects an instance ground truth has: in each image, and of each category and size.
 * Crowds are counted apart.
 */
public final class InstanceStatistics {
  /** COCO's sizes; an object of just 32² or 96² pixels counts to the larger. */
  public enum Size {
    SMALL,
    MEDIUM,
    LARGE;

    private static final double MEDIUM_FROM = 32 * 32;
    private static final double LARGE_FROM = 96 * 96;

    static Size of(double area) {
      if (area < MEDIUM_FROM) {
        return SMALL;
      }
      return area < LARGE_FROM ? MEDIUM : LARGE;
    }
  }

  private final LabelSet labels;
  private final Tally perImage = new Tally();
  private final long[][] bySize;
  private final long[] crowds;
  private final long[] images;

  InstanceStatistics(LabelSet labels) {
    this.labels = labels;
    bySize = new long[labels.size()][Size.values().length];
    crowds = new long[labels.size()];
    images = new long[labels.size()];
  }

  /**
   * @throws DatasetException if a category is not in the label set
   */
  void add(InstanceSegmentation segmentation) {
    boolean[] seen = new boolean[labels.size()];
    int objects = 0;
    for (Instance instance : segmentation.instances()) {
      int index = labels.indexOf(instance.category());
      if (index < 0) {
        throw new DatasetException(
            "category " + instance.category() + " is not in labels '" + labels.id() + "'");
      }
      seen[index] = true;
      if (instance.crowd()) {
        crowds[index]++;
      } else {
        bySize[index][Size.of(instance.area()).ordinal()]++;
        objects++;
      }
    }
    perImage.add(objects);
    for (int i = 0; i < seen.length; i++) {
      images[i] += seen[i] ? 1 : 0;
    }
  }

  void merge(InstanceStatistics other) {
    perImage.merge(other.perImage);
    for (int i = 0; i < images.length; i++) {
      for (int size = 0; size < bySize[i].length; size++) {
        bySize[i][size] += other.bySize[i][size];
      }
      crowds[i] += other.crowds[i];
      images[i] += other.images[i];
    }
  }

  /** Objects an image. */
  public Tally perImage() {
    return perImage;
  }

  /**
   * Objects of a category.
   *
   * @param index its position in the label set
   */
  public long instances(int index) {
    return Arrays.stream(bySize[index]).sum();
  }

  /** Objects of a category and a size. */
  public long instances(int index, Size size) {
    return bySize[index][size.ordinal()];
  }

  /** Regions of many objects of a category. */
  public long crowds(int index) {
    return crowds[index];
  }

  /** Images with an object or a crowd of a category. */
  public long images(int index) {
    return images[index];
  }
}
