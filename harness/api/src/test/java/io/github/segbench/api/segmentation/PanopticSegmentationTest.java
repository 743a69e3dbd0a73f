package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PanopticSegmentationTest {
  private static final int RANDOM_MAPS = 20_000;
  private static final int VOID = PanopticSegmentation.Run.VOID;

  /** Not in the order of their ids. */
  private static final List<Segment> SEGMENTS =
      List.of(new Segment(70_000, 7, false), new Segment(3, 8, true), new Segment(9, 8, false));

  @Test
  void givesIdsOfRuns() {
    // Positions 0 and 2 are the ids 70,000 and 9; the second run goes on into the second row.
    PanopticSegmentation map =
        PanopticSegmentation.ofRuns(
            3, 2, new int[] {1, 4, 5, 6}, new int[] {0, 2, VOID, 0}, SEGMENTS);
    assertThat(map.segmentIds()).containsExactly(70_000, 9, 9, 9, 0, 70_000);
    assertThat(map.segmentIds()).isSameAs(map.segmentIds());
    assertThat(map.segments()).isEqualTo(SEGMENTS);
  }

  @Test
  void givesRunsOfIdsWithoutVoidAndIdsThatAreNotListed() {
    int[] ids = {9, 9, 0, 4, 70_000, 3, 3, 3};
    StringBuilder runs = new StringBuilder();
    new PanopticSegmentation(4, 2, ids, SEGMENTS)
        .forEachRun(
            (segment, from, to) -> runs.append(segment + ":" + from + "-" + to).append(' '));
    assertThat(runs).hasToString("2:0-2 0:4-5 1:5-8 ");
  }

  @Test
  void isTheSameInBothForms() {
    Random random = new Random(4);
    for (int i = 0; i < RANDOM_MAPS; i++) {
      int width = 1 + random.nextInt(12);
      int height = 1 + random.nextInt(4);
      int[] ends = new int[width * height];
      int[] segmentOfRun = new int[ends.length];
      int runs = 0;
      for (int end = 1 + random.nextInt(6); end < ends.length; end += 1 + random.nextInt(6)) {
        ends[runs++] = end;
      }
      ends[runs++] = ends.length;
      Arrays.setAll(segmentOfRun, run -> random.nextInt(4) - 1);
      PanopticSegmentation ofRuns =
          PanopticSegmentation.ofRuns(
              width,
              height,
              Arrays.copyOf(ends, runs),
              Arrays.copyOf(segmentOfRun, runs),
              SEGMENTS);
      PanopticSegmentation ofIds =
          new PanopticSegmentation(width, height, ofRuns.segmentIds(), SEGMENTS);
      assertThat(segmentOfPixels(ofIds)).isEqualTo(segmentOfPixels(ofRuns));
    }
  }

  private static int[] segmentOfPixels(PanopticSegmentation map) {
    int[] segments = new int[map.width() * map.height()];
    Arrays.fill(segments, VOID);
    map.forEachRun(
        (segment, from, to) -> {
          for (int i = from; i < to; i++) {
            segments[i] = segment;
          }
        });
    return segments;
  }

  @Test
  void refusesRunsThatAreNoPartitionOfThePixels() {
    refuses(new int[] {2, 2, 4}, new int[] {0, 1, 0}, "a run from 2 cannot end at 2");
    refuses(new int[] {2, 1, 4}, new int[] {0, 1, 0}, "a run from 2 cannot end at 1");
    refuses(new int[] {2, 3}, new int[] {0, 1}, "a panoptic map of 2x2 cannot have 3 pixels");
    refuses(new int[] {}, new int[] {}, "a panoptic map of 2x2 cannot have 0 pixels");
    refuses(new int[] {2, 4}, new int[] {0}, "2 runs cannot have 1 segments");
    refuses(new int[] {2, 4}, new int[] {0, 3}, "a run cannot be of segment 3 of 3");
    refuses(new int[] {2, 4}, new int[] {-2, 0}, "a run cannot be of segment -2 of 3");
  }

  private static void refuses(int[] ends, int[] segmentOfRun, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PanopticSegmentation.ofRuns(2, 2, ends, segmentOfRun, SEGMENTS))
        .withMessage(message);
  }

  @Test
  void refusesIdsOfAnotherSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PanopticSegmentation(2, 2, new int[3], SEGMENTS))
        .withMessage("a panoptic map of 2x2 cannot have 3 pixels");
  }
}
