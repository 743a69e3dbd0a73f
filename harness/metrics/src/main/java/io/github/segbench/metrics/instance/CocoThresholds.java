package io.github.segbench.metrics.instance;

/**
 * The IoU thresholds 0.50:0.05:0.95 and the 101 recall points of COCO, to the last bit as NumPy's
 * {@code linspace} gives them: start + i * step, the end exact.
 */
public final class CocoThresholds {
  /** Detections per image and category that are looked at. */
  public static final int MOST_DETECTIONS = 100;

  static final int IOUS = 10;
  static final int RECALLS = 101;

  private static final double FIRST_IOU = 0.5;
  private static final double LAST_IOU = 0.95;
  private static final double IOU_STEP = (LAST_IOU - FIRST_IOU) / (IOUS - 1);
  private static final double RECALL_STEP = 0.01;

  private CocoThresholds() {}

  /**
   * @param index 0..9
   */
  public static double iou(int index) {
    return index == IOUS - 1 ? LAST_IOU : FIRST_IOU + index * IOU_STEP;
  }

  /**
   * @param index 0..100
   */
  public static double recall(int index) {
    return index == RECALLS - 1 ? 1 : index * RECALL_STEP;
  }
}
