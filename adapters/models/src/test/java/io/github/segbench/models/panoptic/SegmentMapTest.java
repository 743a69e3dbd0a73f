package io.github.segbench.models.panoptic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import org.junit.jupiter.api.Test;

final class SegmentMapTest {
  private static final int UNKNOWN = PanopticHead.UNKNOWN;

  @Test
  void numbersTheSegmentsThatAreLargeEnough() {
    // Winners 0 (needs 2 pixels, has 1), 1 (needs 2, has 2), 2 (needs 1, has 1), 3 (has none).
    SegmentMap map = new SegmentMap(new int[] {10, 20, 30, 40}, new long[] {2, 2, 1, 0});
    PanopticSegmentation segments =
        map.segments(new int[] {0, 2, UNKNOWN, 1, 1}, new ImageGeometry(5, 1, 5, 1, 5, 1));
    assertThat(segments.segmentIds()).containsExactly(0, 2, 0, 1, 1);
    assertThat(segments.segments())
        .containsExactly(new Segment(1, 20, false), new Segment(2, 30, false));
  }

  @Test
  void enlargesByNearestNeighbour() {
    SegmentMap map = new SegmentMap(new int[] {10, 20}, new long[] {1, 1});
    PanopticSegmentation segments =
        map.segments(new int[] {0, 1}, new ImageGeometry(4, 2, 2, 1, 8, 8));
    assertThat(segments.segmentIds()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2);
  }

  @Test
  void dropsASegmentThatVanishesWhenMadeSmaller() {
    // Four columns to two: centres at 1 and 3 take columns 1 and 3; segment 0 had column 0 alone.
    SegmentMap map = new SegmentMap(new int[] {10, 20}, new long[] {1, 1});
    PanopticSegmentation segments =
        map.segments(new int[] {0, 1, 1, 1}, new ImageGeometry(2, 1, 4, 1, 4, 1));
    assertThat(segments.segmentIds()).containsExactly(2, 2);
    assertThat(segments.segments()).containsExactly(new Segment(2, 20, false));
  }
}
