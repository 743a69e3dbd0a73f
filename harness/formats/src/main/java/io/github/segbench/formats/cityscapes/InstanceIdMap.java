package io.github.segbench.formats.cityscapes;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

  /**
   * @param labels the evaluated ones; all else is void
   */
  InstanceIdMap(LabelMap map, LabelSet labels) {
    this.map = map;
    this.labels = labels;
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
    short[] ids = map.labels();
    short[] result = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      result[i] = (short) label(ids[i] & LabelSet.MAX_ID);
    }
    return new LabelMap(map.width(), map.height(), result);
  }

  /** A segment for each id of an evaluated label, under the same id; 0 is {@code unlabeled}. */
  PanopticSegmentation toPanoptic() {
    int[] segmentIds = new int[map.labels().length];
    List<Segment> segments = new ArrayList<>();
    for (int id : scan(segmentIds)) {
      if (isEvaluated(id)) {
        segments.add(new Segment(id, label(id), isCrowd(id)));
      }
    }
    return new PanopticSegmentation(map.width(), map.height(), segmentIds, segments);
  }

  /**
   * An instance for each id of an evaluated label of things, by ascending id; groups as crowds.
   *
   * @param unevaluated whether objects of labels that are not evaluated are instances too
   */
  InstanceSegmentation toInstances(boolean unevaluated) {
    int[] ids =
        Arrays.stream(scan(new int[0]))
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

  /**
   * The ids that occur, ascending.
   *
   * @param target where pixels of evaluated labels get their id, others being left; or empty
   */
  private int[] scan(int[] target) {
    short[] ids = map.labels();
    boolean[] seen = new boolean[LabelSet.MAX_ID + 1];
    boolean[] evaluated = new boolean[LabelSet.MAX_ID + 1];
    int start = 0;
    while (start < ids.length) {
      short bits = ids[start];
      int end = start + 1;
      while (end < ids.length && ids[end] == bits) {
        end++;
      }
      int id = bits & LabelSet.MAX_ID;
      if (!seen[id]) {
        seen[id] = true;
        evaluated[id] = isEvaluated(id);
      }
      if (target.length > 0 && evaluated[id]) {
        Arrays.fill(target, start, end, id);
      }
      start = end;
    }
    return IntStream.range(0, seen.length).filter(id -> seen[id]).toArray();
  }
}
