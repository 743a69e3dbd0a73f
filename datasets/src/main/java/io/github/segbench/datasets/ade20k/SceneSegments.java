package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.formats.IdMasks;
import io.github.segbench.formats.IdRuns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The segment of each pixel of a scene, as an id of 16 bits: {@value #VOID} is void, an id below
 * {@value #OBJECTS} all pixels of that category of stuff, any other one object, of the category
 * {@code id / 256} and the number {@code id % 256}. The object of the number 0 is what was not told
 * apart: a crowd.
 */
final class SceneSegments {
  static final int VOID = 0;

  /** How many objects a category can have. */
  static final int OBJECTS = 256;

  private final int width;
  private final int height;
  private final short[] ids;

  /**
   * @param ids {@code [height, width]}, shared without a copy
   */
  SceneSegments(int width, int height, short[] ids) {
    this.width = width;
    this.height = height;
    this.ids = ids;
  }

  /** The segment of an object, or of what belongs to no single one. */
  static short object(int category, int number) {
    return (short) (category * OBJECTS + number);
  }

  private static boolean isObject(int id) {
    return id >= OBJECTS;
  }

  private static int category(int id) {
    return isObject(id) ? id / OBJECTS : id;
  }

  private static boolean isCrowd(int id) {
    return isObject(id) && id % OBJECTS == 0;
  }

  /** A segment for each id but void, under that id. */
  PanopticSegmentation toPanoptic() {
    IdRuns runs = new IdRuns(ids);
    int[] segmentOfId = new int[LabelSet.MAX_ID + 1];
    Arrays.fill(segmentOfId, PanopticSegmentation.Run.VOID);
    List<Segment> segments = new ArrayList<>();
    for (int id : runs.distinct()) {
      if (id != VOID) {
        segmentOfId[id] = segments.size();
        segments.add(new Segment(id, category(id), isCrowd(id)));
      }
    }
    int[] segmentOfRun = new int[runs.size()];
    Arrays.setAll(segmentOfRun, run -> segmentOfId[runs.id(run)]);
    return PanopticSegmentation.ofRuns(width, height, runs.ends(), segmentOfRun, segments);
  }

  /** The objects by ascending id. */
  InstanceSegmentation toInstances() {
    List<Instance> instances = new ArrayList<>();
    IdMasks.byId(new LabelMap(width, height, ids), SceneSegments::isObject)
        .forEach(
            (id, mask) ->
                instances.add(
                    new Instance(
                        category(id), 1, mask, mask.boundingBox(), isCrowd(id), mask.area())));
    return new InstanceSegmentation(width, height, instances);
  }
}
