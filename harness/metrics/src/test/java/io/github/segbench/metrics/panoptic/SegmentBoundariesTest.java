package io.github.segbench.metrics.panoptic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.metrics.boundary.NaiveBoundary;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SegmentBoundariesTest {
  @Test
  void takesTheBorderOfTheImageForABoundary() {
    // A segment that fills 5x4 pixels: its interior of distance 1 is 3x2 pixels.
    int[] ids = new int[20];
    Arrays.fill(ids, 7);
    assertThat(new SegmentBoundaries().of(5, 4, ids, 1))
        .containsExactly(7, 7, 7, 7, 7, 7, -1, -1, -1, 7, 7, -1, -1, -1, 7, 7, 7, 7, 7, 7);
  }

  @Test
  void keepsVoidWhole() {
    assertThat(new SegmentBoundaries().of(3, 3, new int[9], 1)).containsOnly(0);
  }

  @Test
  void agreesWithErosionsOfEachSegment() {
    Random random = new Random(6);
    // One object for all: buffers are left from maps of other sizes.
    SegmentBoundaries boundaries = new SegmentBoundaries();
    int interior = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      PanopticSegmentation map = TestSegments.randomRectangles(random, 1, true);
      int width = map.width();
      int height = map.height();
      int distance = 1 + random.nextInt(3);
      int[] expected = map.segmentIds().clone();
      for (Segment segment : map.segments()) {
        boolean[] boundary =
            NaiveBoundary.boundary(width, height, map.segmentIds(), segment.id(), distance);
        for (int i = 0; i < expected.length; i++) {
          if (map.segmentIds()[i] == segment.id() && !boundary[i]) {
            expected[i] = SegmentBoundaries.INTERIOR;
            interior++;
          }
        }
      }
      assertThat(boundaries.of(width, height, map.segmentIds(), distance)).isEqualTo(expected);
    }
    assertThat(interior).isGreaterThan(20_000);
  }
}
