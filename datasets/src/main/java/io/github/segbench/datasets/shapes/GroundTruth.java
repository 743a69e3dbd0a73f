package io.github.segbench.datasets.shapes;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.ArrayList;
import java.util.List;

/** The annotation of a scene for all three tasks. */
final class GroundTruth {
  private static final int SEGMENTS = 256;

  private GroundTruth() {}

  static Segmentations of(Scene scene) {
    int size = scene.size();
    LabelMap labels = LabelMap.ofBytes(size, size, scene.semantic());
    return Segmentations.of(new SemanticSegmentation(labels), instances(scene), panoptic(scene));
  }

  private static InstanceSegmentation instances(Scene scene) {
    int[] labels = new int[SEGMENTS];
    for (int pixel = 0; pixel < scene.instances().length; pixel++) {
      labels[scene.instances()[pixel]] = scene.semantic()[pixel];
    }
    List<Instance> instances = new ArrayList<>();
    InstanceMasks.of(scene.instances(), scene.size())
        .forEach((number, mask) -> instances.add(Instance.groundTruth(labels[number], mask)));
    return new InstanceSegmentation(scene.size(), scene.size(), instances);
  }

  /** Stuff of label n is segment n + 1, the thing of number n is segment n + 4, void is 0. */
  private static PanopticSegmentation panoptic(Scene scene) {
    byte[] semantic = scene.semantic();
    byte[] instances = scene.instances();
    int[] ids = new int[semantic.length];
    int[] labels = new int[SEGMENTS];
    boolean[] seen = new boolean[SEGMENTS];
    for (int pixel = 0; pixel < ids.length; pixel++) {
      int label = semantic[pixel] & 0xFF;
      if (label != ShapesLabels.VOID) {
        int thing = instances[pixel];
        int id = thing > 0 ? ShapesLabels.FIRST_THING + thing : label + 1;
        ids[pixel] = id;
        labels[id] = label;
        seen[id] = true;
      }
    }
    List<Segment> segments = new ArrayList<>();
    for (int id = 1; id < SEGMENTS; id++) {
      if (seen[id]) {
        segments.add(new Segment(id, labels[id], false));
      }
    }
    return new PanopticSegmentation(scene.size(), scene.size(), ids, segments);
  }
}
