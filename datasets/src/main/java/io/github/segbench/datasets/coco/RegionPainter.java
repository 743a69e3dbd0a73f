package io.github.segbench.datasets.coco;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.FormatException;
import java.util.Arrays;

/** Makes a label map of regions. */
final class RegionPainter {
  private final LabelMap map;
  private final short[] ids;
  private final int ignoreId;
  private final String where;

  private RegionPainter(int width, int height, int ignoreId, String where) {
    this.ids = new short[width * height];
    this.map = new LabelMap(width, height, ids);
    this.ignoreId = ignoreId;
    this.where = where;
    Arrays.fill(ids, (short) ignoreId);
  }

  /**
   * A map in which the pixels of a region have its category, and all others the ignore id.
   *
   * <p>A pixel of two categories is an error, as in nightrome/cocostuffapi, {@code
   * cocostuffhelper.py}: which of them lies on top is said nowhere.
   *
   * @param where the beginning of error messages
   * @throws FormatException naming the first pixel that has two categories
   */
  static SemanticSegmentation paint(InstanceSegmentation regions, LabelSet labels, String where) {
    RegionPainter painter =
        new RegionPainter(
            regions.width(), regions.height(), labels.ignoreId().orElseThrow(), where);
    regions.instances().forEach(painter::paint);
    return new SemanticSegmentation(painter.map);
  }

  private void paint(Instance region) {
    region.mask().forEachPixel(pixel -> paint(pixel, region.category()));
  }

  private void paint(int pixel, int category) {
    int before = map.at(pixel);
    if (before != ignoreId && before != category) {
      throw new FormatException(
          where
              + ": pixel x="
              + pixel % map.width()
              + " y="
              + pixel / map.width()
              + " is in regions of category "
              + before
              + " and of category "
              + category
              + ", expected one");
    }
    ids[pixel] = (short) category;
  }
}
