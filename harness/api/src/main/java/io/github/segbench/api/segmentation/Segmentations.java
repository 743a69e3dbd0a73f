package io.github.segbench.api.segmentation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known, or was predicted, of one image: at most one segmentation for each task. UPSNet
 * gives all three, U-Net one.
 */
public final class Segmentations {
  private final Map<SegmentationTask, Segmentation> byTask = new EnumMap<>(SegmentationTask.class);

  private Segmentations() {}

  /**
   * @throws IllegalArgumentException if there is none, two of one task, or two sizes
   */
  public static Segmentations of(Segmentation... segmentations) {
    Segmentations result = new Segmentations();
    if (segmentations.length == 0) {
      throw new IllegalArgumentException("no segmentation");
    }
    for (Segmentation segmentation : segmentations) {
      if (result.byTask.put(segmentation.task(), segmentation) != null) {
        throw new IllegalArgumentException(
            "two " + segmentation.task().id() + " segmentations of one image");
      }
      if (segmentation.width() != segmentations[0].width()
          || segmentation.height() != segmentations[0].height()) {
        throw new IllegalArgumentException(
            "segmentations of different sizes: "
                + describe(segmentations[0])
                + " and "
                + describe(segmentation));
      }
    }
    return result;
  }

  private static String describe(Segmentation segmentation) {
    return segmentation.task().id() + " " + segmentation.width() + "x" + segmentation.height();
  }

  public Set<SegmentationTask> tasks() {
    return Collections.unmodifiableSet(byTask.keySet());
  }

  public Optional<Segmentation> of(SegmentationTask task) {
    return Optional.ofNullable(byTask.get(task));
  }

  public Optional<SemanticSegmentation> semantic() {
    return of(SegmentationTask.SEMANTIC).map(SemanticSegmentation.class::cast);
  }

  public Optional<InstanceSegmentation> instance() {
    return of(SegmentationTask.INSTANCE).map(InstanceSegmentation.class::cast);
  }

  public Optional<PanopticSegmentation> panoptic() {
    return of(SegmentationTask.PANOPTIC).map(PanopticSegmentation.class::cast);
  }

  public int width() {
    return byTask.values().iterator().next().width();
  }

  public int height() {
    return byTask.values().iterator().next().height();
  }
}
