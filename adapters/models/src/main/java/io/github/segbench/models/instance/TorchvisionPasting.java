package io.github.segbench.models.instance;

/**
 * The rule of torchvision (and of maskrcnn-benchmark, which it comes from) along one axis: the mask
 * gets a border of one sample of zeros, the box grows with it, its edges are cut to whole numbers,
 * and the mask is resized to the pixels from edge to edge, both included.
 *
 * <p>Source: torchvision 0.14, {@code models/detection/roi_heads.py}, {@code expand_boxes}, {@code
 * expand_masks} and {@code paste_mask_in_image}. A box without a pixel in the image, which fails
 * there, has no pixels here.
 */
final class TorchvisionPasting {
  private static final int BORDER = 1;

  private TorchvisionPasting() {}

  static PasteAxis axis(float low, float high, int samples, int length) {
    int bordered = samples + 2 * BORDER;
    float half = (high - low) * 0.5f * ((float) bordered / samples);
    float centre = (high + low) * 0.5f;
    long start = (long) (centre - half);
    long end = (long) (centre + half);
    long extent = Math.max(end - start + 1, 1);
    int first = (int) Math.max(0, Math.min(start, length));
    int after = (int) Math.max(first, Math.min(end + 1, length));
    PasteAxis axis = new PasteAxis(first, after - first);
    float samplesPerPixel = (float) bordered / extent;
    for (int i = 0; i < axis.count(); i++) {
      float position = Math.max(0, samplesPerPixel * (first + i - start + 0.5f) - 0.5f);
      int lower = (int) position;
      float share = position - lower;
      axis.set(i, lower - BORDER, 1 - share, share, samples);
    }
    return axis;
  }
}
