package io.github.segbench.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.engine.dataset.InstanceStatistics.Size;
import io.github.segbench.engine.dataset.MemoryDataset.MadeSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatasetStatisticsTest {
  /** 4 x 2 pixels: 4 ground, 1 car, 2 dog, 1 void; 3 instances, one of them a crowd. */
  private static final Sample FIRST =
      MadeSample.of(
          "a",
          Segmentations.of(
              semantic(4, 2, 0, 0, 0, 0, 1, 2, 2, 255),
              instances(4, 2, object(1, 1023), object(1, 1024), crowd(2)),
              new PanopticSegmentation(
                  4,
                  2,
                  new int[] {7, 7, 7, 7, 8, 9, 9, 0},
                  List.of(
                      new Segment(7, 0, false),
                      new Segment(8, 1, false),
                      new Segment(9, 2, true)))));

  /** 2 x 3 pixels: 6 of the car, which is one instance of 96 x 96. */
  private static final Sample SECOND =
      MadeSample.of(
          "b",
          Segmentations.of(
              semantic(2, 3, 1, 1, 1, 1, 1, 1),
              instances(2, 3, object(1, 96 * 96)),
              new PanopticSegmentation(
                  2, 3, new int[] {3, 3, 3, 3, 3, 3}, List.of(new Segment(3, 1, false)))));

  /** 2 x 3 pixels: all void. */
  private static final Sample THIRD =
      MadeSample.of(
          "c",
          Segmentations.of(
              semantic(2, 3, 255, 255, 255, 255, 255, 255),
              instances(2, 3),
              new PanopticSegmentation(2, 3, new int[6], List.of())));

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void countsWhatIsThereWhateverTheNumberOfThreads(int threads) {
    assertThat(texts(statistics(threads, FIRST, SECOND, THIRD)))
        .containsExactly(
            """
            quantity,images,minimum,median,maximum
            width,3,2,2,4
            height,3,2,3,3
            instances per image,3,0,1,2
            segments per image,3,0,1,2
            """,
            """
            width,height,images
            2,3,2
            4,2,1
            """,
            // 13 labelled pixels: 4/13 = 0.307692, 7/13 = 0.538462, 2/13 = 0.153846
            """
            id,category,pixels,share,images
            0,ground,4,0.307692,1
            1,car,7,0.538462,2
            2,dog,2,0.153846,1
            255,(void),7,,
            """,
            """
            id,category,instances,small,medium,large,crowds,images
            1,car,3,1,1,1,0,2
            2,dog,0,0,0,0,1,1
            """,
            """
            id,category,segments,crowds,pixels,share,images
            0,ground,1,0,4,0.307692,1
            1,car,2,0,7,0.538462,2
            2,dog,0,1,2,0.153846,1
            "",(void),,,7,,
            """,
            """
            instances,images
            0,1
            1,1
            2,1
            """,
            """
            segments,images
            0,1
            1,1
            2,1
            """);
  }

  @Test
  void hasNoShareWhereNothingIsLabelled() {
    assertThat(texts(statistics(1, THIRD)).get(2)).contains("0,ground,0,,0\n");
  }

  @Test
  void leavesOutTasksWithoutGroundTruth() {
    Sample sample = MadeSample.of("a", Segmentations.of(semantic(1, 1, 2)));
    DatasetStatistics statistics =
        DatasetStatistics.of(
            new MemoryDataset("val", Set.of(SegmentationTask.SEMANTIC), List.of(sample), List.of()),
            DatasetProgress.NONE,
            1);

    assertThat(new StatisticsTables(statistics).all())
        .extracting(StatisticsTable::name)
        .containsExactly("overview", "sizes", "semantic");
    assertThat(statistics.instance()).isEmpty();
  }

  @Test
  void sortsObjectsIntoSizes() {
    DatasetStatistics statistics = statistics(1, FIRST, SECOND);

    InstanceStatistics instances = statistics.instance().orElseThrow();
    assertThat(instances.instances(1, Size.SMALL)).isEqualTo(1);
    assertThat(instances.instances(1, Size.MEDIUM)).isEqualTo(1);
    assertThat(instances.instances(1, Size.LARGE)).isEqualTo(1);
    assertThat(instances.instances(1)).isEqualTo(3);
  }

  @Test
  void namesTheImageThatCannotBeLoaded() {
    assertThatThrownBy(() -> statistics(2, FIRST, MadeSample.corrupt("x"), SECOND))
        .isInstanceOf(DatasetException.class)
        .hasMessage("/data/x.png: corrupt image");
  }

  @Test
  void medianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    Tally tally = new Tally();
    List.of(9, 1, 4, 2).forEach(tally::add);

    assertThat(tally.median()).isEqualTo(3);
    tally.add(5);
    assertThat(tally.median()).isEqualTo(4);
    assertThat(tally.minimum()).isEqualTo(1);
    assertThat(tally.maximum()).isEqualTo(9);
  }

  private static DatasetStatistics statistics(int threads, Sample... samples) {
    return DatasetStatistics.of(
        new MemoryDataset("val", Set.of(SegmentationTask.values()), List.of(samples), List.of()),
        DatasetProgress.NONE,
        threads);
  }

  private static List<String> texts(DatasetStatistics statistics) {
    return new StatisticsTables(statistics).all().stream().map(StatisticsTable::toCsv).toList();
  }

  private static SemanticSegmentation semantic(int width, int height, int... ids) {
    short[] labels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      labels[i] = (short) ids[i];
    }
    return new SemanticSegmentation(new LabelMap(width, height, labels));
  }

  private record Thing(int category, double area, boolean crowd) {}

  private static Thing object(int category, double area) {
    return new Thing(category, area, false);
  }

  private static Thing crowd(int category) {
    return new Thing(category, 5, true);
  }

  private static InstanceSegmentation instances(int width, int height, Thing... things) {
    List<Instance> instances = new ArrayList<>();
    boolean[] firstPixel = new boolean[width * height];
    firstPixel[0] = true;
    Mask mask = Mask.ofBitmap(width, height, firstPixel);
    for (Thing thing : things) {
      instances.add(
          new Instance(thing.category(), 1, mask, mask.boundingBox(), thing.crowd(), thing.area()));
    }
    return new InstanceSegmentation(width, height, instances);
  }
}
