package io.github.segbench.datasets.voc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The reader on data in VOC's layout that others wrote, where they are present. */
final class SharedVocTest {
  private static DatasetSpec spec(String folder, String split) {
    Path root = Path.of(System.getProperty("segbench.shared", "absent"), "data", folder);
    assumeTrue(Files.isDirectory(root), "no VOC data at " + root);
    Map<String, String> options = Map.of("root", root.toString());
    return new DatasetSpec(
        "voc", split, VocLabels.set(), new Options(new VocReader().options(), options));
  }

  private static List<Instance> instances(Sample sample) {
    return sample.groundTruth().instance().orElseThrow().instances();
  }

  private static long count(LabelMap map, int id) {
    return IntStream.range(0, map.width() * map.height()).filter(i -> map.at(i) == id).count();
  }

  @Test
  void readsWhatPillowReads() {
    List<Sample> samples = new VocReader().open(spec("voc", "val")).samples();
    assertThat(samples)
        .extracting(Sample::id)
        .containsExactly("2011_000003", "2011_000006", "2011_000025");
    AnnotatedImage first = samples.get(0).load();
    assertThat(List.of(first.image().width(), first.image().height())).containsExactly(500, 338);
    LabelMap classes = first.groundTruth().semantic().orElseThrow().labels();
    assertThat(IntStream.of(0, 5, 15, 255).mapToLong(id -> count(classes, id)))
        .containsExactly(125787L, 873L, 32880L, 9460L);
    // Counted with Pillow and numpy: pixels of each object, and the class under them.
    assertThat(instances(samples.get(0)))
        .extracting(Instance::category, i -> i.mask().area())
        .containsExactly(tuple(15, 15662L), tuple(15, 17218L), tuple(5, 873L));
    assertThat(instances(samples.get(1)))
        .extracting(Instance::category, i -> i.mask().area())
        .containsExactly(
            tuple(15, 14690L),
            tuple(15, 11672L),
            tuple(15, 7463L),
            tuple(9, 44403L),
            tuple(15, 991L),
            tuple(18, 14002L));
    assertThat(instances(samples.get(2)))
        .extracting(Instance::category, i -> i.mask().area())
        .containsExactly(tuple(6, 102450L), tuple(6, 15781L), tuple(7, 7256L));
  }

  @Test
  void readsFilesOfColours() {
    DatasetSpec spec = spec("layouts/voc_dataset/voc_dataset1", "train");
    assertThat(new VocReader().splits(spec)).containsExactly("train");
    Dataset dataset = new VocReader().open(spec);
    // Bicycle is #008000, the first object #800000; both are everywhere.
    assertThat(instances(dataset.samples().get(0)))
        .extracting(Instance::category, i -> i.mask().area())
        .containsExactly(tuple(2, 200L));
  }

  @Test
  void saysThatTestImagesHaveNoLabels() {
    DatasetSpec spec = spec("layouts/voc_dataset/voc_dataset1", "test");
    assertThatThrownBy(() -> new VocReader().open(spec))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("2007_000002.jpg has no labels ");
  }

  @Test
  void saysThatADetectionSetHasNoClasses() {
    DatasetSpec spec = spec("layouts/voc_dataset/voc_dataset3", "train");
    assertThatThrownBy(() -> new VocReader().open(spec))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("no folder ")
        .hasMessageEndingWith("SegmentationClass");
  }
}
