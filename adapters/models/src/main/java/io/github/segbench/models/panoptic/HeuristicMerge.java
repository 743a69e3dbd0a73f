package io.github.segbench.models.panoptic;

import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The heuristic that joins instances and a label map, both at the size of the image, to one
 * panoptic map. From the best instance on, each takes the pixels that no better one has; it falls
 * if a larger share of its mask is taken already. What is left goes to the stuff classes of the
 * label map, but for those with too few pixels. Thing classes of the label map give nothing.
 *
 * <p>Source: Kirillov, He, Girshick, Rother, Dollar, "Panoptic Segmentation", CVPR 2019, section 5;
 * thresholds of detectron2, {@code config/defaults.py}, {@code PANOPTIC_FPN.COMBINE}.
 *
 * @param instanceThreshold instances with lower scores are not used; compared in float32
 * @param overlapThreshold an instance falls when a larger share of it is taken
 * @param stuffAreaLimit stuff with fewer pixels becomes void
 */
public record HeuristicMerge(
    double instanceThreshold, double overlapThreshold, long stuffAreaLimit) {
  private static final String INSTANCE_THRESHOLD = "instanceThreshold";
  private static final String OVERLAP_THRESHOLD = "overlapThreshold";
  private static final String STUFF_AREA_LIMIT = "stuffAreaLimit";

  static List<OptionSpec> options() {
    return List.of(
        OptionSpec.number(
            INSTANCE_THRESHOLD, 0.5, 0, "Instances with lower scores are not merged."),
        OptionSpec.number(
            OVERLAP_THRESHOLD,
            0.5,
            0,
            "An instance of which better ones have taken a larger share is not merged."),
        OptionSpec.integer(
            STUFF_AREA_LIMIT, 4096L, 0, "Stuff with fewer pixels of the image becomes void."));
  }

  static HeuristicMerge of(Options options) {
    return new HeuristicMerge(
        options.number(INSTANCE_THRESHOLD),
        options.number(OVERLAP_THRESHOLD),
        options.integer(STUFF_AREA_LIMIT));
  }

  /**
   * Segments are numbered from 1: instances by descending score, then stuff by ascending label.
   *
   * @param semantic at the size of the image, row-major
   * @param instances of the same size, in any order
   * @param labels of both; others in the label map become void
   */
  public PanopticSegmentation merge(
      LabelMap semantic, InstanceSegmentation instances, LabelSet labels) {
    int[] ids = new int[semantic.width() * semantic.height()];
    List<Segment> segments = new ArrayList<>();
    addInstances(instances, ids, segments);
    addStuff(semantic, labels, ids, segments);
    return new PanopticSegmentation(semantic.width(), semantic.height(), ids, segments);
  }

  private void addInstances(InstanceSegmentation instances, int[] ids, List<Segment> segments) {
    List<Instance> best =
        instances.instances().stream()
            .filter(instance -> (float) instance.score() >= (float) instanceThreshold)
            .sorted(Comparator.comparing(Instance::score, Comparator.reverseOrder()))
            .toList();
    for (Instance instance : best) {
      int[] taken = new int[1];
      instance.mask().forEachPixel(pixel -> taken[0] += ids[pixel] == 0 ? 0 : 1);
      long area = instance.mask().area();
      if (taken[0] == area || taken[0] > overlapThreshold * area) {
        continue;
      }
      int id = segments.size() + 1;
      segments.add(new Segment(id, instance.category(), false));
      instance.mask().forEachPixel(pixel -> ids[pixel] = ids[pixel] == 0 ? id : ids[pixel]);
    }
  }

  private void addStuff(LabelMap semantic, LabelSet labels, int[] ids, List<Segment> segments) {
    long[] pixels = new long[LabelSet.MAX_ID + 1];
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == PanopticSegmentation.VOID) {
        pixels[semantic.at(i)]++;
      }
    }
    int[] idByLabel = new int[LabelSet.MAX_ID + 1];
    Arrays.fill(idByLabel, PanopticSegmentation.VOID);
    for (Category stuff : labels.stuff()) {
      long area = pixels[stuff.id()];
      if (area > 0 && area >= stuffAreaLimit) {
        int id = segments.size() + 1;
        segments.add(new Segment(id, stuff.id(), false));
        idByLabel[stuff.id()] = id;
      }
    }
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == PanopticSegmentation.VOID) {
        ids[i] = idByLabel[semantic.at(i)];
      }
    }
  }
}
