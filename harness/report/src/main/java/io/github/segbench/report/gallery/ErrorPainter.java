package io.github.segbench.report.gallery;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Paints where a prediction is wrong over the faded photo: another category than the truth, or the
 * right category but another object than the one that matches (IoU above 0.5, as in PQ). Void
 * pixels of the truth are grey; an instance map has none.
 */
final class ErrorPainter {
  static final int WRONG_CATEGORY = 0xd62728;
  static final int WRONG_OBJECT = 0xffb000;
  private static final double MATCHING_IOU = 0.5;

  private final LabelSet labels;

  ErrorPainter(LabelSet labels) {
    this.labels = labels;
  }

  /** A segment of the truth and one of the prediction. */
  private record Pair(int truth, int prediction) {}

  /** Two maps of one size, with the category id of each segment id. */
  record Comparison(
      SegmentationTask task,
      SegmentMap truth,
      Map<Integer, Integer> truthCategories,
      SegmentMap prediction,
      Map<Integer, Integer> predictionCategories) {
    private static final int NONE = -1;

    int truthCategory(int x, int y) {
      return category(truth.at(x, y), truthCategories);
    }

    int predictedCategory(int x, int y) {
      return category(prediction.at(x, y), predictionCategories);
    }

    private static int category(int segment, Map<Integer, Integer> categories) {
      return segment == 0 ? NONE : categories.getOrDefault(segment, NONE);
    }

    boolean isVoid(int x, int y) {
      return task != SegmentationTask.INSTANCE && truthCategory(x, y) == NONE;
    }
  }

  BufferedImage paint(Comparison maps, BufferedImage photo) {
    Set<Pair> matches = maps.task() == SegmentationTask.SEMANTIC ? Set.of() : matches(maps);
    int width = maps.truth().width();
    int height = maps.truth().height();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixel(maps, matches, photo, x, y));
      }
    }
    return image;
  }

  private int pixel(Comparison maps, Set<Pair> matches, BufferedImage photo, int x, int y) {
    if (maps.isVoid(x, y)) {
      return SegmentPainter.VOID;
    }
    int truth = maps.truthCategory(x, y);
    if (truth != maps.predictedCategory(x, y)) {
      return WRONG_CATEGORY;
    }
    boolean object =
        maps.task() != SegmentationTask.SEMANTIC
            && labels.byId(truth).filter(category -> category.isThing()).isPresent();
    if (object && !matches.contains(new Pair(maps.truth().at(x, y), maps.prediction().at(x, y)))) {
      return WRONG_OBJECT;
    }
    return Colours.faded(photo.getRGB(x, y));
  }

  private static Set<Pair> matches(Comparison maps) {
    Map<Integer, Integer> truthAreas = new HashMap<>();
    Map<Integer, Integer> predictionAreas = new HashMap<>();
    Map<Pair, Integer> shared = new HashMap<>();
    for (int y = 0; y < maps.truth().height(); y++) {
      for (int x = 0; x < maps.truth().width(); x++) {
        if (!maps.isVoid(x, y)) {
          int truth = maps.truth().at(x, y);
          int prediction = maps.prediction().at(x, y);
          truthAreas.merge(truth, 1, Integer::sum);
          predictionAreas.merge(prediction, 1, Integer::sum);
          shared.merge(new Pair(truth, prediction), 1, Integer::sum);
        }
      }
    }
    Set<Pair> matches = new HashSet<>();
    shared.forEach(
        (pair, area) -> {
          int union =
              truthAreas.getOrDefault(pair.truth(), 0)
                  + predictionAreas.getOrDefault(pair.prediction(), 0)
                  - area;
          if (area > MATCHING_IOU * union) {
            matches.add(pair);
          }
        });
    return matches;
  }
}
