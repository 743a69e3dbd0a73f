package io.github.segbench.engine.run;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A segmentation as a map of segment ids, whatever its task: the form in which the gallery keeps
 * it.
 */
final class SegmentPicture {
  private final int width;
  private final int height;
  private final int[] ids;
  private final Map<Integer, Integer> categories = new TreeMap<>();

  private SegmentPicture(int width, int height, int[] ids) {
    this.width = width;
    this.height = height;
    this.ids = ids;
  }

  /**
   * @param labels of the data set
   * @param leastScore instances below it are left out
   */
  static SegmentPicture of(Segmentation segmentation, LabelSet labels, double leastScore) {
    if (segmentation instanceof SemanticSegmentation semantic) {
      return ofCategories(semantic, labels);
    } else if (segmentation instanceof InstanceSegmentation instances) {
      return ofInstances(instances, leastScore);
    }
    return ofSegments((PanopticSegmentation) segmentation);
  }

  /** One segment for each category that occurs: its position in the label set, counted from 1. */
  private static SegmentPicture ofCategories(SemanticSegmentation semantic, LabelSet labels) {
    short[] from = semantic.labels().labels();
    int[] ids = new int[from.length];
    SegmentPicture picture = new SegmentPicture(semantic.width(), semantic.height(), ids);
    boolean[] occurs = new boolean[labels.size() + 1];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = labels.indexOf(from[i] & LabelSet.MAX_ID) + 1;
      occurs[ids[i]] = true;
    }
    for (int index = 0; index < labels.size(); index++) {
      if (occurs[index + 1]) {
        picture.categories.put(index + 1, labels.categories().get(index).id());
      }
    }
    return picture;
  }

  /** One segment for each instance; those of a higher score lie on top. */
  private static SegmentPicture ofInstances(InstanceSegmentation instances, double leastScore) {
    int[] ids = new int[instances.width() * instances.height()];
    SegmentPicture picture = new SegmentPicture(instances.width(), instances.height(), ids);
    List<Instance> painted =
        instances.instances().stream()
            .filter(instance -> instance.score() >= leastScore)
            .sorted(Comparator.comparingDouble(Instance::score))
            .toList();
    for (int i = 0; i < painted.size(); i++) {
      boolean[] bitmap = painted.get(i).mask().toBitmap();
      for (int pixel = 0; pixel < ids.length; pixel++) {
        if (bitmap[pixel]) {
          ids[pixel] = i + 1;
        }
      }
      picture.categories.put(i + 1, painted.get(i).category());
    }
    return picture;
  }

  private static SegmentPicture ofSegments(PanopticSegmentation panoptic) {
    SegmentPicture picture =
        new SegmentPicture(panoptic.width(), panoptic.height(), panoptic.segmentIds());
    for (Segment segment : panoptic.segments()) {
      picture.categories.put(segment.id(), segment.category());
    }
    return picture;
  }

  /** Category id of each segment id. */
  Map<Integer, Integer> categories() {
    return categories;
  }

  /** A PNG file whose pixels are segment ids, {@code R + 256 G + 65536 B}; 0 is void. */
  byte[] png() {
    byte[] pixels = new byte[ids.length * RgbImage.CHANNELS];
    for (int i = 0, p = 0; i < ids.length; i++) {
      pixels[p++] = (byte) ids[i];
      pixels[p++] = (byte) (ids[i] >> 8);
      pixels[p++] = (byte) (ids[i] >> 16);
    }
    try {
      return ImageCodec.encodePng(new RgbImage(width, height, pixels));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
