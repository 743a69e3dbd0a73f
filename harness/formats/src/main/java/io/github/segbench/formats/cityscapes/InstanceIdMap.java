package io.github.segbench.formats.cityscapes;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.formats.IdMasks;
import io.github.segbench.formats.IdRuns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The content of an {@code instanceIds.png} file. An id of 1000 or more is one object, of the label
 * {@code id / 1000}; a smaller one is all of a label's pixels that belong to no single object,
 * which for a label of things is a group.
 *
 * <p>Source: mcordts/cityscapesScripts, preparation/createPanopticImgs.py and
 * evaluation/instances2dict.py.
 */
final class InstanceIdMap {
  private static final int FIRST_OBJECT = 1000;

  private final LabelMap map;
  private final LabelSet labels;
  private final IdRuns runs;

  /**
   * @param map used while this is; what is made of it does not share its array
   * @param labels the evaluated ones; all else is void
   */
  InstanceIdMap(LabelMap map, LabelSet labels) {
    this.map = map;
    this.labels = labels;
    this.runs = new IdRuns(map.labels());
  }

  private static int label(int id) {
    return isObject(id) ? id / FIRST_OBJECT : id;
  }

  private static boolean isObject(int id) {
    return id >= FIRST_OBJECT;
  }

  private boolean isEvaluated(int id) {
    return labels.indexOf(label(id)) >= 0;
  }

  private boolean isThing(int id) {
    return labels.byId(label(id)).map(Category::isThing).orElse(false);
  }

  private boolean isCrowd(int id) {
    return !isObject(id) && isThing(id);
  }

  /** The same pixels as a {@code labelIds.png} file. */
  LabelMap toLabels() {
    short[] result = new short[map.labels().length];
    int start = 0;
    for (int run = 0; run < runs.size(); run++) {
      Arrays.fill(result, start, runs.end(run), (short) label(runs.id(run)));
      start = runs.end(run);
    }
    return new LabelMap(map.width(), map.height(), result);
  }

  /** A segment for each id of an evaluated label, under the same id; 0 is {@code unlabeled}. */
  PanopticSegmentation toPanoptic() {
    int[] segmentOfId = new int[LabelSet.MAX_ID + 1];
    Arrays.fill(segmentOfId, PanopticSegmentation.Run.VOID);
    List<Segment> segments = new ArrayList<>();
    for (int id : runs.distinct()) {
      if (isEvaluated(id)) {
        segmentOfId[id] = segments.size();
        segments.add(new Segment(id, label(id), isCrowd(id)));
      }
    }
    int[] segmentOfRun = new int[runs.size()];
    Arrays.setAll(segmentOfRun, run -> segmentOfId[runs.id(run)]);
    return PanopticSegmentation.ofRuns(
        map.width(), map.height(), runs.ends(), segmentOfRun, segments);
  }

  /**
   * An instance for each id of an evaluated label of things, by ascending id; groups as crowds.
   *
   * @param unevaluated whether objects of labels that are not evaluated are instances too
   */
  InstanceSegmentation toInstances(boolean unevaluated) {
    int[] ids =
        Arrays.stream(runs.distinct())
            .filter(id -> isThing(id) || (unevaluated && isObject(id) && !isEvaluated(id)))
            .toArray();
    List<Mask> masks = IdMasks.of(map, ids);
    List<Instance> instances = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      Mask mask = masks.get(i);
      instances.add(
          new Instance(label(ids[i]), 1, mask, mask.boundingBox(), isCrowd(ids[i]), mask.area()));
    }
    return new InstanceSegmentation(map.width(), map.height(), instances);
  }
}
