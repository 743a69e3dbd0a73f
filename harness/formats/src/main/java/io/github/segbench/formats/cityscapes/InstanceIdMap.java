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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final CityscapesCategories categories;
  private final IdRuns runs;

  /**
   * @param map used while this is; what is made of it does not share its array
   * @param categories of the labels that count; all else is void
   */
  InstanceIdMap(LabelMap map, CityscapesCategories categories) {
    this.map = map;
    this.categories = categories;
    this.runs = new IdRuns(map.labels());
  }

  private static int label(int id) {
    return isObject(id) ? id / FIRST_OBJECT : id;
  }

  private static boolean isObject(int id) {
    return id >= FIRST_OBJECT;
  }

  private int category(int id) {
    return categories.of(label(id));
  }

  private boolean isKnown(int id) {
    return category(id) != CityscapesCategories.VOID;
  }

  private boolean isThing(int id) {
    return categories.labels().byId(category(id)).map(Category::isThing).orElse(false);
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

  /**
   * A segment for each object and for what else there is of a category, under the smallest id that
   * it is made of. Id 0, {@code unlabeled}, is void whatever the label set says.
   */
  PanopticSegmentation toPanoptic() {
    int[] segmentOfId = new int[LabelSet.MAX_ID + 1];
    Arrays.fill(segmentOfId, PanopticSegmentation.Run.VOID);
    Map<Integer, Integer> segmentOfCategory = new HashMap<>();
    List<Segment> segments = new ArrayList<>();
    for (int id : runs.distinct()) {
      if (id != PanopticSegmentation.VOID && isKnown(id)) {
        int next = segments.size();
        boolean single = isObject(id) && isThing(id);
        segmentOfId[id] =
            single ? next : segmentOfCategory.computeIfAbsent(category(id), key -> next);
        if (segmentOfId[id] == next) {
          segments.add(new Segment(id, category(id), isCrowd(id)));
        }
      }
    }
    int[] segmentOfRun = new int[runs.size()];
    Arrays.setAll(segmentOfRun, run -> segmentOfId[runs.id(run)]);
    return PanopticSegmentation.ofRuns(
        map.width(), map.height(), runs.ends(), segmentOfRun, segments);
  }

  /**
   * An instance for each id of a category of things, by ascending id; groups as crowds.
   *
   * @param unevaluated whether objects of labels that are void are instances too, of a category
   *     with the label's id
   */
  InstanceSegmentation toInstances(boolean unevaluated) {
    int[] ids =
        Arrays.stream(runs.distinct())
            .filter(id -> isThing(id) || (unevaluated && isObject(id) && !isKnown(id)))
            .toArray();
    List<Mask> masks = IdMasks.of(map, ids);
    List<Instance> instances = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      Mask mask = masks.get(i);
      int category = isKnown(ids[i]) ? category(ids[i]) : label(ids[i]);
      instances.add(
          new Instance(category, 1, mask, mask.boundingBox(), isCrowd(ids[i]), mask.area()));
    }
    return new InstanceSegmentation(map.width(), map.height(), instances);
  }
}
