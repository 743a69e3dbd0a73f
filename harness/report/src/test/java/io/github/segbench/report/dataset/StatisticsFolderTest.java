package io.github.segbench.report.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.engine.dataset.DatasetProgress;
import io.github.segbench.engine.dataset.DatasetStatistics;
import io.github.segbench.report.ReportException;
import io.github.segbench.report.chart.BarChart;
import io.github.segbench.report.chart.BarChart.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatisticsFolderTest {
  @TempDir private Path folder;

  @Test
  void writesEveryTableAndChart() {
    new StatisticsFolder(folder.resolve("new/stats")).write(statistics(2, 1));

    assertThat(folder.resolve("new/stats").toFile().list())
        .containsExactlyInAnyOrder(
            "overview.csv",
            "sizes.csv",
            "semantic.csv",
            "instances.csv",
            "instances-per-image.csv",
            "class-frequencies.svg",
            "class-frequencies.png",
            "instances-per-category.svg",
            "instances-per-category.png",
            "instances-per-image.svg",
            "instances-per-image.png",
            "image-sizes.svg",
            "image-sizes.png");
    assertThat(folder.resolve("new/stats/instances.csv"))
        .hasContent(
            """
            id,category,instances,small,medium,large,crowds,images
            1,<b>car</b>,3,3,0,0,0,2
            """);
    assertThat(folder.resolve("new/stats/class-frequencies.svg"))
        .content()
        .startsWith("<svg")
        .contains("&lt;b&gt;car");
  }

  @Test
  void saysWhichFileCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new StatisticsFolder(file).write(statistics(1)))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith(file.resolve("overview.csv") + " cannot be written");
  }

  @Test
  void sortsCategoriesByTheirShare() {
    // In each image 1 pixel of the car and 3 of the ground.
    assertThat(chart(statistics(1, 2), "class-frequencies").bars())
        .containsExactly(new Bar("ground", 75, "75.0%"), new Bar("<b>car</b>", 25, "25.0%"));
  }

  @Test
  void categoriesThatDoNotOccurAreCountedNotDrawn() {
    // Labels without objects: the instances have no bar to draw but that of the empty category.
    assertThat(chart(statistics(0), "instances-per-category").bars())
        .containsExactly(new Bar("<b>car</b>", 0, "0"));
    assertThat(chart(stuffAlone(), "class-frequencies"))
        .isEqualTo(
            new BarChart(
                "Share of the labelled pixels (%); 1 category does not occur",
                List.of(new Bar("ground", 100, "100.0%"))));
  }

  @Test
  void histogramKeepsEmptyValues() {
    assertThat(chart(statistics(1, 3, 3), "instances-per-image").bars())
        .containsExactly(new Bar("1", 1, "1"), new Bar("2", 0, "0"), new Bar("3", 2, "2"));
  }

  @Test
  void histogramOfManyValuesPutsThemTogether() {
    // 0 to 40 are 41 values: 3 to a bar make 14 bars.
    List<Bar> bars = chart(statistics(0, 2, 3, 40), "instances-per-image").bars();

    assertThat(bars).hasSize(14);
    assertThat(bars.get(0)).isEqualTo(new Bar("0 to 2", 2, "2"));
    assertThat(bars.get(1)).isEqualTo(new Bar("3 to 5", 1, "1"));
    assertThat(bars.get(13)).isEqualTo(new Bar("39 to 41", 1, "1"));
  }

  @Test
  void refusesABarOfNoLength() {
    assertThatThrownBy(() -> new Bar("a", Double.NaN, "")).hasMessageContaining("bar a");
    assertThatThrownBy(() -> new BarChart("x", List.of())).hasMessageContaining("without bars");
  }

  private static BarChart chart(DatasetStatistics statistics, String name) {
    Map<String, BarChart> charts = DatasetCharts.of(statistics);
    return Objects.requireNonNull(charts.get(name));
  }

  /** An image whose panoptic map is one segment of ground. */
  private static DatasetStatistics stuffAlone() {
    Sample sample = new Ground("g");
    return DatasetStatistics.of(
        new Squares(List.of(sample), Set.of(SegmentationTask.PANOPTIC)), DatasetProgress.NONE, 1);
  }

  /** Images of 2 x 2 pixels with so many instances of the car. */
  private static DatasetStatistics statistics(int... instances) {
    List<Sample> samples =
        IntStream.range(0, instances.length)
            .mapToObj(i -> (Sample) new Square("s" + i, instances[i]))
            .toList();
    return DatasetStatistics.of(
        new Squares(samples, Set.of(SegmentationTask.SEMANTIC, SegmentationTask.INSTANCE)),
        DatasetProgress.NONE,
        1);
  }

  private record Squares(List<Sample> samples, Set<SegmentationTask> tasks) implements Dataset {
    @Override
    public String id() {
      return "squares";
    }

    @Override
    public String split() {
      return "all";
    }

    @Override
    public LabelSet labels() {
      return new LabelSet(
          "two",
          List.of(new Category(0, "ground", false, 0), new Category(1, "<b>car</b>", true, 0)),
          LabelSet.NO_IGNORE);
    }

    @Override
    public String fingerprint() {
      return "ab".repeat(32);
    }
  }

  private record Ground(String id) implements Sample {
    @Override
    public byte[] encodedImage() {
      throw new UnsupportedOperationException(id);
    }

    @Override
    public RgbImage image() {
      return new RgbImage(2, 2, new byte[12]);
    }

    @Override
    public Segmentations groundTruth() {
      return Segmentations.of(
          new PanopticSegmentation(
              2, 2, new int[] {1, 1, 1, 1}, List.of(new Segment(1, 0, false))));
    }
  }

  private record Square(String id, int instances) implements Sample {
    @Override
    public byte[] encodedImage() {
      throw new UnsupportedOperationException(id);
    }

    @Override
    public RgbImage image() {
      return new RgbImage(2, 2, new byte[12]);
    }

    @Override
    public Segmentations groundTruth() {
      Mask mask = Mask.ofBitmap(2, 2, new boolean[] {true, false, false, false});
      return Segmentations.of(
          new SemanticSegmentation(new LabelMap(2, 2, new short[] {1, 0, 0, 0})),
          new InstanceSegmentation(
              2, 2, Collections.nCopies(instances, Instance.groundTruth(1, mask))));
    }
  }
}
