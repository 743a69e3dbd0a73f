package io.github.segbench.models.postprocessing;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.model.PostProcessing.OnSegmentations;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes small regions out of the segmentations of every task. */
final class SmallRegionRemoval implements OnSegmentations {
  private final SmallRegions regions;
  private final int voidLabel;

  /**
   * @param voidLabel of semantic segmentations
   */
  SmallRegionRemoval(SmallRegions regions, int voidLabel) {
    this.regions = regions;
    this.voidLabel = voidLabel;
  }

  @Override
  public Segmentations refine(Segmentations segmentations, RgbImage image) {
    List<Segmentation> refined = new ArrayList<>();
    segmentations.semantic().map(this::semantic).ifPresent(refined::add);
    segmentations.instance().map(this::instance).ifPresent(refined::add);
    segmentations.panoptic().map(this::panoptic).ifPresent(refined::add);
    return Segmentations.of(refined.toArray(Segmentation[]::new));
  }

  private SemanticSegmentation semantic(SemanticSegmentation segmentation) {
    LabelMap labels = segmentation.labels();
    int width = labels.width();
    int height = labels.height();
    int[] ids = new int[width * height];
    Arrays.setAll(ids, labels::at);
    int[] removed = regions.removed(width, height, ids, voidLabel);
    short[] result = new short[removed.length];
    for (int pixel = 0; pixel < result.length; pixel++) {
      result[pixel] = (short) removed[pixel];
    }
    return new SemanticSegmentation(new LabelMap(width, height, result));
  }

  /** Islands of a mask are taken out, and instances of which nothing is left. */
  private InstanceSegmentation instance(InstanceSegmentation segmentation) {
    List<Instance> kept = new ArrayList<>();
    for (Instance instance : segmentation.instances()) {
      Mask mask = withoutIslands(instance.mask());
      if (mask.area() > 0) {
        kept.add(
            mask.equals(instance.mask())
                ? instance
                : Instance.detection(instance.category(), instance.score(), mask, instance.box()));
      }
    }
    return new InstanceSegmentation(segmentation.width(), segmentation.height(), kept);
  }

  private Mask withoutIslands(Mask mask) {
    if (mask.area() < regions.minArea()) {
      return Mask.ofCounts(mask.width(), mask.height(), new int[] {mask.width() * mask.height()});
    }
    boolean[] bitmap = mask.toBitmap();
    int[] ids = new int[bitmap.length];
    Arrays.setAll(ids, pixel -> bitmap[pixel] ? 1 : 0);
    SmallRegions islands = new SmallRegions(regions.minArea(), regions.diagonal(), false);
    int[] removed = islands.removed(mask.width(), mask.height(), ids, 0);
    for (int pixel = 0; pixel < bitmap.length; pixel++) {
      bitmap[pixel] = removed[pixel] == 1;
    }
    return Mask.ofBitmap(mask.width(), mask.height(), bitmap);
  }

  /** Segments of which nothing is left are no longer listed. */
  private PanopticSegmentation panoptic(PanopticSegmentation segmentation) {
    int[] removed =
        regions.removed(
            segmentation.width(),
            segmentation.height(),
            segmentation.segmentIds(),
            PanopticSegmentation.VOID);
    Set<Integer> left = Arrays.stream(removed).boxed().collect(Collectors.toSet());
    List<Segment> segments =
        segmentation.segments().stream().filter(segment -> left.contains(segment.id())).toList();
    return new PanopticSegmentation(segmentation.width(), segmentation.height(), removed, segments);
  }
}
