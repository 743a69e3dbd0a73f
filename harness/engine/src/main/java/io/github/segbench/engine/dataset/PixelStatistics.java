package io.github.segbench.engine.dataset;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;

/** How many pixels each category of a semantic ground truth has, and in how many images. */
public final class PixelStatistics {
  private final LabelSet labels;
  private final long[] pixels;
  private final long[] images;
  private long voidPixels;

  PixelStatistics(LabelSet labels) {
    this.labels = labels;
    pixels = new long[labels.size()];
    images = new long[labels.size()];
  }

  /**
   * @throws DatasetException if an id is not in the label set
   */
  void add(LabelMap map) {
    long[] ofImage = new long[labels.size()];
    int size = map.width() * map.height();
    int end;
    for (int pixel = 0; pixel < size; pixel = end) {
      end = map.runEnd(pixel, size);
      int id = map.at(pixel);
      int index = labels.indexOf(id);
      if (index >= 0) {
        ofImage[index] += end - pixel;
      } else if (labels.isIgnored(id)) {
        voidPixels += end - pixel;
      } else {
        throw new DatasetException("label " + id + " is not in labels '" + labels.id() + "'");
      }
    }
    for (int i = 0; i < ofImage.length; i++) {
      pixels[i] += ofImage[i];
      images[i] += ofImage[i] > 0 ? 1 : 0;
    }
  }

  void merge(PixelStatistics other) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] += other.pixels[i];
      images[i] += other.images[i];
    }
    voidPixels += other.voidPixels;
  }

  /**
   * Pixels of a category.
   *
   * @param index its position in the label set
   */
  public long pixels(int index) {
    return pixels[index];
  }

  /** Images in which a category occurs. */
  public long images(int index) {
    return images[index];
  }

  /** Pixels that are not annotated. */
  public long voidPixels() {
    return voidPixels;
  }

  /** Pixels of all categories, void left out. */
  public long labelledPixels() {
    long sum = 0;
    for (long count : pixels) {
      sum += count;
    }
    return sum;
  }
}
