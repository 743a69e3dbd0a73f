package io.github.segbench.metrics.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.metrics.instance.NaiveCoco.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CocoAccumulationTest {
  private static final int TRIALS = 120;
  private static final int MANY_TRIALS = 4_000;
  private static final List<Slice> SLICES =
      List.of(
          Slice.ALL,
          new Slice(AreaRange.SMALL, 100),
          new Slice(AreaRange.MEDIUM, 100),
          new Slice(AreaRange.LARGE, 100),
          new Slice(AreaRange.ALL, 1),
          new Slice(AreaRange.ALL, 3));

  @Test
  void agreesWithTheNaiveTwinToTheLastBit() {
    Random random = new Random(21);
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Scene> scenes = scenes(random, 1 + random.nextInt(6));
      for (Slice slice : SLICES) {
        assertSame(accumulation(scenes, slice).compute(), scenes, slice);
      }
    }
  }

  /**
   * The bootstrap counts an image several times without matching or sorting anew; it must be the
   * evaluation of a data set in which the image stands several times.
   */
  @Test
  void countsAnImageSeveralTimesAsIfItWereSeveralImages() {
    Random random = new Random(22);
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Scene> scenes = scenes(random, 1 + random.nextInt(6));
      int[] multiplicities = random.ints(scenes.size(), 0, 4).toArray();
      List<Scene> resampled = new ArrayList<>();
      for (int i = 0; i < multiplicities.length; i++) {
        resampled.addAll(Collections.nCopies(multiplicities[i], scenes.get(i)));
      }
      for (Slice slice : SLICES) {
        assertSame(accumulation(scenes, slice).compute(multiplicities), resampled, slice);
      }
    }
  }

  /** Far more scenes, for each of them one slice, threshold and multiset. */
  @Test
  void agreesWithTheNaiveTwinOnTensOfThousandsOfScenes() {
    Random random = new Random(23);
    int withObjects = 0;
    for (int trial = 0; trial < MANY_TRIALS; trial++) {
      List<Scene> scenes = scenes(random, 1 + random.nextInt(6));
      int[] multiplicities = random.ints(scenes.size(), 0, 3).toArray();
      List<Scene> resampled = new ArrayList<>();
      for (int i = 0; i < multiplicities.length; i++) {
        resampled.addAll(Collections.nCopies(multiplicities[i], scenes.get(i)));
      }
      Slice slice = SLICES.get(random.nextInt(SLICES.size()));
      int t = random.nextInt(10);
      PrecisionRecall curve = accumulation(scenes, slice).compute(multiplicities).get(0);
      double[] expected = NaiveCoco.curve(resampled, 1, slice, CocoThresholds.iou(t));
      assertThat(curve == null).isEqualTo(expected == null);
      if (expected != null) {
        withObjects++;
        assertThat(all(curve, t)).isEqualTo(expected);
      }
    }
    assertThat(withObjects).isGreaterThan(MANY_TRIALS / 2);
  }

  @Test
  void looksAtTheBestHundredDetectionsOfAnImageAlone() {
    Instance object = Instance.groundTruth(1, TestScenes.rectangle(0, 0, 2, 2));
    List<Instance> detections =
        new ArrayList<>(
            Collections.nCopies(100, Instance.detection(1, 0.9, TestScenes.rectangle(4, 4, 2, 2))));
    detections.add(Instance.detection(1, 0.8, object.mask()));
    Scene scene = new Scene(List.of(object), detections);
    assertThat(accumulation(List.of(scene), Slice.ALL).compute().get(0).recall(0)).isZero();
    // With one wrong detection fewer the right one is the hundredth: precision 1/100.
    Scene fits = new Scene(List.of(object), detections.subList(1, 101));
    PrecisionRecall curve = accumulation(List.of(fits), Slice.ALL).compute().get(0);
    assertThat(curve.recall(0)).isEqualTo(1);
    assertThat(curve.precision(0, 100)).isEqualTo(0.01);
  }

  private static void assertSame(List<PrecisionRecall> curves, List<Scene> scenes, Slice slice) {
    for (int c = 0; c < curves.size(); c++) {
      int category = TestScenes.LABELS.categories().get(c).id();
      for (int t = 0; t < 10; t++) {
        double[] expected = NaiveCoco.curve(scenes, category, slice, CocoThresholds.iou(t));
        if (expected == null) {
          assertThat(curves.get(c)).isNull();
        } else {
          assertThat(all(curves.get(c), t)).isEqualTo(expected);
        }
      }
    }
  }

  /** Precision at the recall points, and recall. */
  private static double[] all(PrecisionRecall curve, int threshold) {
    double[] all = new double[102];
    for (int point = 0; point <= 100; point++) {
      all[point] = curve.precision(threshold, point);
    }
    all[101] = curve.recall(threshold);
    return all;
  }

  private static List<Scene> scenes(Random random, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scenes.add(TestScenes.random(random));
    }
    return scenes;
  }

  private static CocoAccumulation accumulation(List<Scene> scenes, Slice slice) {
    InstanceAccumulator accumulator =
        new InstanceAccumulator(TestScenes.LABELS, Overlap.MASK, List.of());
    for (int i = 0; i < scenes.size(); i++) {
      accumulator.add(
          i,
          TestScenes.segmentations(scenes.get(i).truths()),
          TestScenes.segmentations(scenes.get(i).detections()));
    }
    return accumulator.accumulation(slice);
  }
}
