package io.github.segbench.models.postprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SmallRegionRemovalTest {
  private static final int VOID = 9;

  @Test
  void givesARegionToTheNeighbourWithTheLongestBorder() {
    // The 2 has four sides on 1 above and beside it, two on 3 below.
    assertThat(removed(3, false, true, "1111", "1221", "3333"))
        .containsExactly("1111", "1111", "3333");
  }

  @Test
  void keepsRegionsOfTheLeastArea() {
    assertThat(removed(2, false, true, "1111", "1221", "3333"))
        .containsExactly("1111", "1221", "3333");
  }

  @Test
  void takesTheLargerOfNeighboursWithEqualBorders() {
    assertThat(removed(2, false, true, "112333")).containsExactly("113333");
  }

  @Test
  void countsBordersWithJoinedRegionsTogether() {
    // The 3 has one side on each of the 1s and on the 2; it goes to the lower 1, which is the
    // largest and becomes one region with the upper 1. The 2 has three sides on that and one on 4.
    assertThat(removed(4, false, true, "1111", "3244", "1144", "1111"))
        .containsExactly("1111", "1144", "1144", "1111");
  }

  @Test
  void connectsAtCornersIfAsked() {
    String[] diagonal = {"1112", "1121", "1211"};
    assertThat(removed(3, true, true, diagonal)).containsExactly(diagonal);
    assertThat(removed(3, false, true, diagonal)).containsExactly("1111", "1111", "1111");
  }

  @Test
  void makesVoidOfRegionsIfAsked() {
    assertThat(removed(3, false, false, "1111", "1221", "3333"))
        .containsExactly("1111", "1991", "3333");
  }

  @Test
  void leavesVoidAlone() {
    assertThat(removed(3, false, true, "1111", "1991", "1111"))
        .containsExactly("1111", "1991", "1111");
  }

  @Test
  void keepsASmallImageOfOneRegion() {
    assertThat(removed(100, false, true, "11", "11")).containsExactly("11", "11");
  }

  @Test
  void leavesNoSmallRegionThatHasANeighbour() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      int width = 2 + random.nextInt(12);
      int height = 2 + random.nextInt(12);
      int[] map = new int[width * height];
      for (int i = 0; i < map.length; i++) {
        map[i] = random.nextInt(3);
      }
      boolean diagonal = random.nextBoolean();
      int[] result = new SmallRegions(6, diagonal, true).removed(width, height, map, VOID);
      int[] areas = naiveAreas(width, result, diagonal);
      boolean single = Arrays.stream(result).distinct().count() == 1;
      for (int area : areas) {
        assertThat(area).isGreaterThanOrEqualTo(single ? 1 : 6);
      }
      // Large regions stay what they were.
      int[] before = naiveAreas(width, map, diagonal);
      for (int i = 0; i < map.length; i++) {
        if (before[i] >= 6) {
          assertThat(result[i]).isEqualTo(map[i]);
        }
      }
    }
  }

  @Test
  void dropsIslandsOfMasksAndSmallInstances() {
    Mask twoIslands = mask("11001", "11000");
    Mask small = mask("00000", "00110");
    BoundingBox box = new BoundingBox(0, 0, 5, 2);
    Segmentations refined =
        removal(3)
            .refine(
                Segmentations.of(
                    new InstanceSegmentation(
                        5,
                        2,
                        List.of(
                            Instance.detection(4, 0.9, twoIslands, box),
                            Instance.detection(5, 0.8, small)))),
                image(5, 2));
    List<Instance> kept = refined.instance().orElseThrow().instances();
    assertThat(kept).containsExactly(Instance.detection(4, 0.9, mask("11000", "11000"), box));
    assertThat(kept.get(0).area()).isEqualTo(4);
  }

  @Test
  void unlistsSegmentsThatAreGone() {
    int[] ids = {1, 1, 1, 2, 3, 3, 3, 3};
    Segmentations refined =
        removal(2)
            .refine(
                Segmentations.of(
                    new PanopticSegmentation(
                        4,
                        2,
                        ids,
                        List.of(
                            new Segment(1, 0, false),
                            new Segment(2, 4, false),
                            new Segment(3, 1, false)))),
                image(4, 2));
    PanopticSegmentation panoptic = refined.panoptic().orElseThrow();
    // 2 has one side on 1 and one on 3, which is larger.
    assertThat(panoptic.segmentIds()).containsExactly(1, 1, 1, 3, 3, 3, 3, 3);
    assertThat(panoptic.segments()).extracting(Segment::id).containsExactly(1, 3);
  }

  @Test
  void refinesEveryTaskOfAnImage() {
    Segmentations refined =
        removal(2)
            .refine(
                Segmentations.of(
                    new SemanticSegmentation(new LabelMap(3, 1, new short[] {1, 1, 2})),
                    new PanopticSegmentation(
                        3, 1, new int[] {1, 1, 0}, List.of(new Segment(1, 0, false)))),
                image(3, 1));
    assertThat(refined.semantic().orElseThrow().labels().labels())
        .containsExactly((short) 1, (short) 1, (short) 1);
    // Void is no region that could be given away.
    assertThat(refined.panoptic().orElseThrow().segmentIds()).containsExactly(1, 1, 0);
  }

  private static SmallRegionRemoval removal(int minArea) {
    return new SmallRegionRemoval(new SmallRegions(minArea, false, true), VOID);
  }

  private static String[] removed(
      int minArea, boolean diagonal, boolean toNeighbours, String... rows) {
    int width = rows[0].length();
    int[] map = String.join("", rows).chars().map(c -> c - '0').toArray();
    int[] result =
        new SmallRegions(minArea, diagonal, toNeighbours).removed(width, rows.length, map, VOID);
    String[] lines = new String[rows.length];
    for (int y = 0; y < lines.length; y++) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < width; x++) {
        line.append(result[y * width + x]);
      }
      lines[y] = line.toString();
    }
    return lines;
  }

  /** The area of each pixel's region, flooded anew from every pixel. */
  private static int[] naiveAreas(int width, int[] map, boolean diagonal) {
    int[] areas = new int[map.length];
    for (int first = 0; first < map.length; first++) {
      boolean[] seen = new boolean[map.length];
      Deque<Integer> queue = new ArrayDeque<>(List.of(first));
      seen[first] = true;
      while (!queue.isEmpty()) {
        int pixel = queue.poll();
        areas[first]++;
        for (int other = 0; other < map.length; other++) {
          int dx = Math.abs(other % width - pixel % width);
          int dy = Math.abs(other / width - pixel / width);
          boolean near = diagonal ? Math.max(dx, dy) == 1 : dx + dy == 1;
          if (near && !seen[other] && map[other] == map[first]) {
            seen[other] = true;
            queue.add(other);
          }
        }
      }
    }
    return areas;
  }

  private static Mask mask(String... rows) {
    String all = String.join("", rows);
    boolean[] bitmap = new boolean[all.length()];
    for (int i = 0; i < bitmap.length; i++) {
      bitmap[i] = all.charAt(i) == '1';
    }
    return Mask.ofBitmap(rows[0].length(), rows.length, bitmap);
  }

  private static RgbImage image(int width, int height) {
    return new RgbImage(width, height, new byte[3 * width * height]);
  }
}
