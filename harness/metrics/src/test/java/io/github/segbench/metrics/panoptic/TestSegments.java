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
    int[] ids = row.chars().filter(c -> c != ' ').map(c -> c == '.' ? 0 : c - '0').toArray();
    return new PanopticSegmentation(ids.length, 1, ids, List.of(segments));
  }
}
