package io.github.segbench.metrics.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Mask;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CocoMasksTest {
  private static final int WIDTH = 4;
  private static final int HEIGHT = 3;

  /** Columns 0 and 1, all rows. */
  private static final byte[] LEFT = {1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0};

  /** Columns 1 and 2, rows 1 and 2. */
  private static final byte[] MIDDLE = {0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0};

  private final Mask left = CocoMasks.encode(WIDTH, HEIGHT, LEFT);
  private final Mask middle = CocoMasks.encode(WIDTH, HEIGHT, MIDDLE);

  @Test
  void encodesColumnsAndDecodesThem() {
    assertThat(CocoMasks.decode(middle)).isEqualTo(MIDDLE);
    assertThat(CocoMasks.area(middle)).isEqualTo(4);
    assertThat(CocoMasks.toBox(middle)).isEqualTo(new BoundingBox(1, 1, 2, 2));
    assertThat(CocoMasks.fromCounts(WIDTH, HEIGHT, new int[] {4, 2, 1, 2, 3})).isEqualTo(middle);
  }

  @Test
  void writesTheStringsOfPycocotools() {
    // Runs 4, 2, 1, 2, 3: from the fourth on the difference to the run two before: 0 and 2.
    assertThat(CocoMasks.toRleString(middle)).isEqualTo("42102");
    assertThat(CocoMasks.fromRleString(WIDTH, HEIGHT, "42102")).isEqualTo(middle);
  }

  @Test
  void mergesByUnionOrIntersection() {
    assertThat(CocoMasks.decode(CocoMasks.merge(List.of(left, middle), false)))
        .containsExactly(1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0);
    assertThat(CocoMasks.decode(CocoMasks.merge(List.of(left, middle), true)))
        .containsExactly(0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void putsDetectionsInRowsAndTruthsInColumns() {
    // 2 pixels in common; 6 + 4 - 2 in either; over a crowd 2 of the detection's own.
    assertThat(
            CocoMasks.iou(
                List.of(left), List.of(middle, middle, left), new boolean[] {false, true, false}))
        .isDeepEqualTo(new double[][] {{2.0 / 8, 2.0 / 6, 1}});
    BoundingBox box = CocoMasks.toBox(left);
    BoundingBox other = CocoMasks.toBox(middle);
    // Boxes of 2x3 and 2x2 with 1x2 in common.
    assertThat(CocoMasks.boxIou(List.of(box, other), List.of(other), new boolean[] {true}))
        .isDeepEqualTo(new double[][] {{2.0 / 6}, {1}});
    assertThat(CocoMasks.boxIou(List.of(box), List.of(other), new boolean[] {false}))
        .isDeepEqualTo(new double[][] {{2.0 / 8}});
  }

  @Test
  void refusesAnotherNumberOfCrowdFlags() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CocoMasks.iou(List.of(left), List.of(middle), new boolean[0]))
        .withMessage("0 crowd flags for 1 ground truths");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CocoMasks.boxIou(List.of(), List.of(), new boolean[2]))
        .withMessage("2 crowd flags for 0 ground truths");
  }

  @Test
  void fillsBoxesAndPolygons() {
    assertThat(CocoMasks.fromBox(WIDTH, HEIGHT, new BoundingBox(1, 1, 2, 2))).isEqualTo(middle);
    double[] columns = {0, 0, 2, 0, 2, 3, 0, 3};
    double[] square = {1, 1, 3, 1, 3, 3, 1, 3};
    assertThat(CocoMasks.fromPolygon(WIDTH, HEIGHT, columns)).isEqualTo(left);
    assertThat(CocoMasks.fromPolygons(WIDTH, HEIGHT, List.of(columns, square)))
        .isEqualTo(CocoMasks.merge(List.of(left, middle), false));
  }
}
