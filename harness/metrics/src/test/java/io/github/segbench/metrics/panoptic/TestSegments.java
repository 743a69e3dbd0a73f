package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small panoptic maps of cars and sky. */
final class TestSegments {
  static final int CAR = 3;
  static final int SKY = 8;
  static final LabelSet LABELS =
      new LabelSet(
          "test",
          List.of(
              new Category(CAR, "car", true, 0),
              new Category(SKY, "sky", false, 0),
              new Category(9, "tree", false, 0)),
          LabelSet.NO_IGNORE);

  private TestSegments() {}

  /** Up to three segments in runs of 24 pixels, void between them; listed are those with pixels. */
  static PanopticSegmentation random(Random random, int firstId, boolean crowds) {
    int[] ids = new int[24];
    int end = 0;
    int segment = 0;
    for (int i = 0; i < ids.length; i++) {
      if (i == end) {
        segment = random.nextInt(4);
        end = i + 1 + random.nextInt(12);
      }
      ids[i] = segment == 0 ? 0 : firstId + segment;
    }
    List<Segment> segments = new ArrayList<>();
    for (int s = 1; s <= 3; s++) {
      int id = firstId + s;
      int category = random.nextInt(3) == 0 ? SKY : CAR;
      boolean crowd = crowds && random.nextInt(4) == 0;
      boolean present = Arrays.stream(ids).anyMatch(pixel -> pixel == id);
      if (present) {
        segments.add(new Segment(id, category, crowd));
      }
    }
    return new PanopticSegmentation(6, 4, ids, segments);
  }

  /**
   * Up to six rectangles, one over the other, on void or on a segment that fills the map of up to
   * 12x12 pixels; listed are those with pixels.
   */
  static PanopticSegmentation randomRectangles(Random random, int firstId, boolean crowds) {
    int width = 1 + random.nextInt(12);
    int height = 1 + random.nextInt(12);
    return randomRectangles(random, width, height, firstId, crowds);
  }

  static PanopticSegmentation randomRectangles(
      Random random, int width, int height, int firstId, boolean crowds) {
    int[] ids = new int[width * height];
    Arrays.fill(ids, random.nextBoolean() ? PanopticSegmentation.VOID : firstId);
    int rectangles = random.nextInt(7);
    for (int r = 1; r <= rectangles; r++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = left + 1 + random.nextInt(width - left);
      int bottom = top + 1 + random.nextInt(height - top);
      int id = random.nextInt(5) == 0 ? PanopticSegmentation.VOID : firstId + r;
      for (int y = top; y < bottom; y++) {
        Arrays.fill(ids, y * width + left, y * width + right, id);
      }
    }
    List<Segment> segments = new ArrayList<>();
    for (int id : Arrays.stream(ids).distinct().filter(i -> i != 0).sorted().toArray()) {
      boolean crowd = crowds && random.nextInt(4) == 0;
      segments.add(new Segment(id, random.nextInt(3) == 0 ? SKY : CAR, crowd));
    }
    return new PanopticSegmentation(width, height, ids, segments);
  }

  /**
   * The same map with its segments under other ids, no crowds, and a pixel here and there of a
   * neighbour: a prediction that mostly matches.
   */
  static PanopticSegmentation perturbed(Random random, PanopticSegmentation map, int shift) {
    int[] ids = new int[map.segmentIds().length];
    for (int i = 0; i < ids.length; i++) {
      int from = random.nextInt(12) == 0 ? random.nextInt(ids.length) : i;
      int id = map.segmentIds()[from];
      ids[i] = id == 0 ? 0 : id + shift;
    }
    List<Segment> segments =
        map.segments().stream()
            .map(s -> new Segment(s.id() + shift, s.category(), false))
            .filter(s -> Arrays.stream(ids).anyMatch(id -> id == s.id()))
            .toList();
    return new PanopticSegmentation(map.width(), map.height(), ids, segments);
  }

  static Segment car(int id) {
    return new Segment(id, CAR, false);
  }

  static Segment sky(int id) {
    return new Segment(id, SKY, false);
  }

  static Segment crowd(int id, int category) {
    return new Segment(id, category, true);
  }

  /** One row of pixels; digits are segment ids, a dot is void. */
  static PanopticSegmentation map(String row, Segment... segments) {
    return map(row.replace(" ", "").length(), row, segments);
  }

  /** Rows of {@code width} pixels, one after the other. */
  static PanopticSegmentation map(int width, String row, Segment... segments) {
    int[] ids = row.chars().filter(c -> c != ' ').map(c -> c == '.' ? 0 : c - '0').toArray();
    return new PanopticSegmentation(width, ids.length / width, ids, List.of(segments));
  }
}
