package io.github.segbench.metrics.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * The numbers of some of the images: what an accumulator would find that saw these alone.
 *
 * <p>Resampling draws from these images, as many as there are.
 */
public final class ImageSubset implements Resamplable {
  private final Resamplable all;
  private final int total;
  private final int[] images;

  /** Of each image, its position among all. */
  private final int[] positions;

  /**
   * @param images some of the images of {@code all}, in any order
   * @throws IllegalArgumentException if an image stands twice or was not scored
   */
  public ImageSubset(Resamplable all, int[] images) {
    this.all = all;
    this.images = images.clone();
    Arrays.sort(this.images);
    int[] scored = all.images();
    total = scored.length;
    positions = new int[images.length];
    for (int i = 0; i < images.length; i++) {
      int image = this.images[i];
      if (i > 0 && image == this.images[i - 1]) {
        throw new IllegalArgumentException("image " + image + " stands twice");
      }
      positions[i] = Arrays.binarySearch(scored, image);
      if (positions[i] < 0) {
        throw new IllegalArgumentException("image " + image + " was not scored");
      }
    }
  }

  @Override
  public int[] images() {
    return images.clone();
  }

  @Override
  public List<Quantity> quantities() {
    return all.quantities();
  }

  @Override
  public double[] compute(int[] multiplicities) {
    int[] spread = new int[total];
    for (int i = 0; i < positions.length; i++) {
      spread[positions[i]] = multiplicities[i];
    }
    return all.compute(spread);
  }
}
