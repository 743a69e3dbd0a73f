package io.github.segbench.models.panoptic;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.models.instance.Detection;
import io.github.segbench.models.instance.PastedRoi;
import io.github.segbench.models.instance.RoiMasks;
import io.github.segbench.models.semantic.ScoreMap;
import java.util.List;

/**
 * From semantic logits and detections to one panoptic map: choice of detections, {@link
 * PanopticHead}, removal of small segments. Works at the network's resolution, without its padding.
 */
final class PanopticDecoder {
  private final int[] stuffIds;
  private final int[] thingIds;
  private final PanopticHead head;
  private final PanopticThresholds thresholds;

  PanopticDecoder(LabelSet labels, PanopticThresholds thresholds) {
    this.stuffIds = labels.stuff().stream().mapToInt(Category::id).toArray();
    this.thingIds = labels.things().stream().mapToInt(Category::id).toArray();
    this.thresholds = thresholds;
    this.head = new PanopticHead(channels(labels, stuffIds), channels(labels, thingIds));
  }

  private static int[] channels(LabelSet labels, int[] ids) {
    int[] channels = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      channels[i] = labels.indexOf(ids[i]);
    }
    return channels;
  }

  /**
   * @param logits one channel a category, at the size of the network's input
   * @param detections by descending score
   * @param masks mask logits of the detections
   */
  PanopticSegmentation decode(
      ScoreMap logits, List<Detection> detections, RoiMasks masks, ImageGeometry geometry) {
    int width = geometry.scaledWidth();
    int height = geometry.scaledHeight();
    float threshold = (float) thresholds.score();
    List<Detection> confident = detections.stream().filter(d -> d.score() > threshold).toList();
    List<PastedThing> candidates =
        new BoxSuppression(thresholds.boxOverlap())
            .apply(confident).stream().map(d -> pasted(d, masks, width, height)).toList();
    List<PastedThing> objects =
        new MaskRemoval(thresholds.maskOverlap(), width, height).apply(candidates);
    int[] winners = head.winners(logits, width, height, objects);
    return segmentMap(objects).segments(winners, geometry);
  }

  private static PastedThing pasted(Detection detection, RoiMasks masks, int width, int height) {
    float[] samples = masks.samples(detection);
    PastedRoi roi = new PastedRoi(samples, masks.size(), detection.box(), width, height);
    return new PastedThing(detection.thing(), roi);
  }

  private SegmentMap segmentMap(List<PastedThing> objects) {
    int[] categories = new int[stuffIds.length + objects.size()];
    long[] minPixels = new long[categories.length];
    for (int i = 0; i < categories.length; i++) {
      boolean stuff = i < stuffIds.length;
      categories[i] = stuff ? stuffIds[i] : thingIds[objects.get(i - stuffIds.length).thing()];
      minPixels[i] = stuff ? thresholds.minStuffPixels() : thresholds.minThingPixels();
    }
    return new SegmentMap(categories, minPixels);
  }
}
