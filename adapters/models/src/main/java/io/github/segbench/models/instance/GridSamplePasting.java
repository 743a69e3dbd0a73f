package io.github.segbench.models.instance;

/**
 * The rule of Detectron2 and MMDetection along one axis: pixel centres are mapped to the box's own
 * coordinates and the mask is sampled there, with zeros beyond its outermost samples ({@code
 * grid_sample} with {@code align_corners=False}). A pixel up to half a sample outside of the box
 * has a value too.
 *
 * <p>Source: detectron2, {@code layers/mask_ops.py}, {@code _do_paste_mask}; mmdetection, {@code
 * models/roi_heads/mask_heads/fcn_mask_head.py}. Their shortcut on the CPU, which looks no further
 * than a pixel outside of the box, is not taken.
 */
final class GridSamplePasting {
  private GridSamplePasting() {}

  static PasteAxis axis(float low, float high, int samples, int length) {
    float extent = high - low;
    if (!(extent > 0)) {
      return new PasteAxis(0, 0);
    }
    float margin = extent / samples / 2 + 1;
    int first = (int) Math.max(0, Math.min(Math.floor(low - margin), length));
    int after = (int) Math.max(first, Math.min(Math.ceil(high + margin), length));
    PasteAxis axis = new PasteAxis(first, after - first);
    for (int i = 0; i < axis.count(); i++) {
      float inBox = (first + i + 0.5f - low) / extent * 2 - 1;
      float position = (inBox + 1) * (samples / 2f) - 0.5f;
      int lower = (int) Math.floor(position);
      float share = position - lower;
      axis.set(i, lower, 1 - share, share, samples);
    }
    return axis;
  }
}
