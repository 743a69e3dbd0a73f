package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.Arrays;
import java.util.List;

/** The prediction that stands for one that is missing: nothing was found in any pixel. */
final class VoidPrediction {
  private final short voidId;

  VoidPrediction(LabelSet labels) {
    voidId = (short) labels.voidId();
  }

  Segmentations of(SegmentationTask task, int width, int height) {
    return Segmentations.of(segmentation(task, width, height));
  }

  private Segmentation segmentation(SegmentationTask task, int width, int height) {
    return switch (task) {
      case SEMANTIC -> new SemanticSegmentation(voidLabels(width, height));
      case INSTANCE -> new InstanceSegmentation(width, height, List.of());
      case PANOPTIC -> new PanopticSegmentation(width, height, new int[width * height], List.of());
    };
  }

  private LabelMap voidLabels(int width, int height) {
    short[] labels = new short[width * height];
    Arrays.fill(labels, voidId);
    return new LabelMap(width, height, labels);
  }
}
