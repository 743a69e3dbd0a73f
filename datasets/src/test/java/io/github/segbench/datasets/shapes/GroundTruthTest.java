package io.github.segbench.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GroundTruthTest {
  private static final int SIZE = 96;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void saysTheSameForAllThreeTasks(long seed) {
    Segmentations truth = GroundTruth.of(Scene.generate(seed, SIZE));
    LabelMap labels = truth.semantic().orElseThrow().labels();
    PanopticSegmentation panoptic = truth.panoptic().orElseThrow();
    Map<Integer, Integer> categories =
        panoptic.segments().stream().collect(Collectors.toMap(Segment::id, Segment::category));
    boolean[] isThing = new boolean[SIZE * SIZE];
    for (Instance instance : truth.instance().orElseThrow().instances()) {
      boolean[] bitmap = instance.mask().toBitmap();
      assertThat(Mask.ofBitmap(SIZE, SIZE, bitmap)).isEqualTo(instance.mask());
      for (int pixel = 0; pixel < bitmap.length; pixel++) {
        if (bitmap[pixel]) {
          assertThat(isThing[pixel]).as("masks overlap at %d", pixel).isFalse();
          isThing[pixel] = true;
          assertThat((int) labels.labels()[pixel]).isEqualTo(instance.category());
        }
      }
    }
    for (int pixel = 0; pixel < isThing.length; pixel++) {
      int label = labels.labels()[pixel];
      int id = panoptic.segmentIds()[pixel];
      assertThat(isThing[pixel])
          .isEqualTo(label >= ShapesLabels.FIRST_THING && label != ShapesLabels.VOID);
      assertThat(id == PanopticSegmentation.VOID ? ShapesLabels.VOID : categories.get(id))
          .isEqualTo(label);
    }
  }

  @Test
  void givesEachThingItsOwnSegmentAndEachStuffOne() {
    Segmentations truth = GroundTruth.of(Scene.generate(0, SIZE));
    List<Segment> segments = truth.panoptic().orElseThrow().segments();
    long things = segments.stream().filter(s -> s.category() >= ShapesLabels.FIRST_THING).count();
    assertThat(things).isEqualTo(truth.instance().orElseThrow().instances().size()).isPositive();
    assertThat(segments.stream().map(Segment::category).filter(c -> c < ShapesLabels.FIRST_THING))
        .doesNotHaveDuplicates()
        .isNotEmpty();
  }

  @Test
  void makesSliversVoidAndNoInstances() {
    Scene scene =
        LongStream.range(0, 400)
            .mapToObj(seed -> Scene.generate(seed, SIZE))
            .filter(s -> count(s.semantic(), b -> (b & 0xFF) == ShapesLabels.VOID) > 0)
            .findFirst()
            .orElseThrow();
    Segmentations truth = GroundTruth.of(scene);
    short[] labels = truth.semantic().orElseThrow().labels().labels();
    int[] ids = truth.panoptic().orElseThrow().segmentIds();
    for (int pixel = 0; pixel < labels.length; pixel++) {
      assertThat(labels[pixel] == ShapesLabels.VOID).isEqualTo(ids[pixel] == 0);
    }
    // A sliver has fewer than 12 pixels at 128 x 128, so 12 * (96 / 128)^2 = 6.75 at 96 x 96.
    assertThat(truth.instance().orElseThrow().instances()).allMatch(i -> i.area() >= 7);
  }

  private static long count(byte[] values, Function<Byte, Boolean> test) {
    long count = 0;
    for (byte value : values) {
      count += test.apply(value) ? 1 : 0;
    }
    return count;
  }
}
