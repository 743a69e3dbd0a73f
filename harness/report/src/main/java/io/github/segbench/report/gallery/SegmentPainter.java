package io.github.segbench.report.gallery;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * Paints segment maps in the colours of a label set. Objects of one category differ a little in
 * lightness, and segments of instance and panoptic maps have borders. Instances lie over the faded
 * photo, since their maps say nothing about the rest.
 */
final class SegmentPainter {
  static final int VOID = 0x9aa0a6;
  private static final int BORDER = 0xffffff;
  private static final double[] LIGHTNESS = {0, 0.28, -0.22, 0.14, -0.34};
  private static final double INSTANCE_OPACITY = 0.75;

  private final LabelSet labels;

  SegmentPainter(LabelSet labels) {
    this.labels = labels;
  }

  /**
   * @param photo of the map's size
   * @param categories category id of each segment id
   */
  BufferedImage paint(
      SegmentationTask task,
      SegmentMap map,
      Map<Integer, Integer> categories,
      BufferedImage photo) {
    BufferedImage image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++) {
        image.setRGB(x, y, pixel(task, map, categories, photo, x, y));
      }
    }
    return image;
  }

  private int pixel(
      SegmentationTask task,
      SegmentMap map,
      Map<Integer, Integer> categories,
      BufferedImage photo,
      int x,
      int y) {
    if (task != SegmentationTask.SEMANTIC && map.isBorder(x, y)) {
      return BORDER;
    }
    int colour = colour(task, map.at(x, y), categories);
    if (task != SegmentationTask.INSTANCE) {
      return colour;
    }
    int faded = Colours.faded(photo.getRGB(x, y));
    return map.at(x, y) == 0 ? faded : Colours.mix(faded, colour, INSTANCE_OPACITY);
  }

  private int colour(SegmentationTask task, int segment, Map<Integer, Integer> categories) {
    Category category =
        segment == 0 ? null : labels.byId(categories.getOrDefault(segment, -1)).orElse(null);
    if (category == null) {
      return VOID;
    }
    boolean object = task != SegmentationTask.SEMANTIC && category.isThing();
    double lightness = object ? LIGHTNESS[segment % LIGHTNESS.length] : 0;
    return Colours.mix(category.colour(), lightness < 0 ? 0 : 0xffffff, Math.abs(lightness));
  }
}
