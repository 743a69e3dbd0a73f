package io.github.segbench.engine.dataset;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.PanopticSegmentation.Run;
import io.github.segbench.api.segmentation.Segment;

/** How many segments a panoptic ground truth has: in each image, and of each category. */
public final class SegmentStatistics {
  private final LabelSet labels;
  private final Tally perImage = new Tally();
  private final long[] segments;
  private final long[] crowds;
  private final long[] images;
  private final long[] pixels;
  private long voidPixels;

  SegmentStatistics(LabelSet labels) {
    this.labels = labels;
    segments = new long[labels.size()];
    crowds = new long[labels.size()];
    images = new long[labels.size()];
    pixels = new long[labels.size()];
  }

  /**
   * @throws DatasetException if a category is not in the label set
   */
  void add(PanopticSegmentation segmentation) {
    int[] indices = segmentation.segments().stream().mapToInt(this::index).toArray();
    boolean[] seen = new boolean[labels.size()];
    int objects = 0;
    for (int i = 0; i < indices.length; i++) {
      boolean crowd = segmentation.segments().get(i).crowd();
      (crowd ? crowds : segments)[indices[i]]++;
      objects += crowd ? 0 : 1;
      seen[indices[i]] = true;
    }
    perImage.add(objects);
    for (int i = 0; i < seen.length; i++) {
      images[i] += seen[i] ? 1 : 0;
    }
    voidPixels += (long) segmentation.width() * segmentation.height();
    segmentation.forEachRun((segment, from, to) -> addPixels(indices, segment, to - from));
  }

  private int index(Segment segment) {
    int index = labels.indexOf(segment.category());
    if (index < 0) {
      throw new DatasetException(
          "category " + segment.category() + " is not in labels '" + labels.id() + "'");
    }
    return index;
  }

  private void addPixels(int[] indices, int segment, int count) {
    if (segment != Run.VOID) {
      pixels[indices[segment]] += count;
      voidPixels -= count;
    }
  }

  void merge(SegmentStatistics other) {
    perImage.merge(other.perImage);
    for (int i = 0; i < segments.length; i++) {
      segments[i] += other.segments[i];
      crowds[i] += other.crowds[i];
      images[i] += other.images[i];
      pixels[i] += other.pixels[i];
    }
    voidPixels += other.voidPixels;
  }

  /** Segments an image, crowds left out. */
  public Tally perImage() {
    return perImage;
  }

  /**
   * Segments of a category, crowds left out.
   *
   * @param index its position in the label set
   */
  public long segments(int index) {
    return segments[index];
  }

  /** Crowd segments of a category. */
  public long crowds(int index) {
    return crowds[index];
  }

  /** Images with a segment of a category. */
  public long images(int index) {
    return images[index];
  }

  /** Pixels of a category. */
  public long pixels(int index) {
    return pixels[index];
  }

  /** Pixels of no segment. */
  public long voidPixels() {
    return voidPixels;
  }
}
