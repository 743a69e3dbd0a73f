package io.github.segbench.metrics.boundary;

import io.github.segbench.api.segmentation.Mask;

/**
 * Finds the boundary of masks: the pixels of a mask that are near to its outline, those beyond the
 * image counting as background. Keeps its buffers: an object for each thread.
 *
 * <p>Source: Cheng et al., Boundary IoU: Improving Object-Centric Image Segmentation Evaluation,
 * CVPR 2021; bowenc0221/boundary-iou-api, boundary_iou/utils/boundary_utils.py.
 */
public final class MaskBoundary {
  /** Width of a boundary as a share of the image's diagonal. */
  private static final double DILATION_RATIO = 0.02;

  private final MaskErosion erosion = new MaskErosion();

  /** The boundary whose width is the usual share of the image's diagonal. */
  public Mask of(Mask mask) {
    return of(mask, width(mask.width(), mask.height()));
  }

  /**
   * The mask minus its erosion.
   *
   * @param width of the boundary in pixels, at least 1
   */
  public Mask of(Mask mask, int width) {
    return mask.minus(erosion.erode(mask, width));
  }

  /**
   * The usual width of boundaries in pixels: 0.02 of the diagonal, rounded to the nearest whole
   * number, from the middle to the even one, and at least 1.
   */
  public static int width(int imageWidth, int imageHeight) {
    double diagonal =
        Math.sqrt((double) imageWidth * imageWidth + (double) imageHeight * imageHeight);
    return Math.max(1, (int) Math.rint(DILATION_RATIO * diagonal));
  }
}
