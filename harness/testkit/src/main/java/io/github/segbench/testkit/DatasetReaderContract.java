package io.github.segbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every dataset reader promises. A reader's test extends this class and names a small data
 * set; at most its first {@value #SAMPLES} samples are looked at.
 */
public abstract class DatasetReaderContract {
  private static final int SAMPLES = 3;
  private static final int THREADS = 4;

  /** The reader under test. */
  protected abstract DatasetReader reader();

  /** A data set that the reader can open. */
  protected abstract DatasetSpec spec();

  /** The annotation files of {@link #spec} that belong to no image; none unless a test says so. */
  protected List<Path> filesWithoutImage() {
    return List.of();
  }

  private Dataset open() {
    return reader().open(spec());
  }

  private List<Sample> fewSamples() {
    List<Sample> samples = open().samples();
    return samples.subList(0, Math.min(SAMPLES, samples.size()));
  }

  @Test
  void isFoundByTheServiceLoader() {
    List<Class<?>> found = new ArrayList<>();
    ServiceLoader.load(DatasetReader.class).forEach(reader -> found.add(reader.getClass()));
    assertThat(found).contains(reader().getClass());
  }

  @Test
  void describesItselfAndItsOptions() {
    assertThat(reader().id()).matches("[a-z][a-z0-9-]*");
    assertThat(reader().description()).isNotBlank();
    List<OptionSpec> options = reader().options();
    assertThat(options).extracting(OptionSpec::name).doesNotHaveDuplicates();
    assertThat(options).extracting(OptionSpec::description).allMatch(text -> !text.isBlank());
  }

  @Test
  void saysWhatItWasAskedToOpen() {
    Dataset dataset = open();
    assertThat(dataset.id()).isEqualTo(spec().id());
    assertThat(dataset.split()).isEqualTo(spec().split());
    assertThat(dataset.labels()).isEqualTo(spec().labels());
    assertThat(dataset.tasks()).isNotEmpty();
  }

  @Test
  void namesTheSplitsThatItOpens() {
    DatasetSpec spec = spec();
    assertThat(reader().splits(spec)).contains(spec.split()).doesNotContain("nowhere");
    for (String split : reader().splits(spec)) {
      DatasetSpec one = new DatasetSpec(spec.id(), split, spec.labels(), spec.options());
      assertThat(reader().open(one).split()).isEqualTo(split);
    }
  }

  @Test
  void listsUniqueSampleIdsInTheSameOrderEachTime() {
    List<String> ids = open().samples().stream().map(Sample::id).toList();
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates().noneMatch(String::isBlank);
    assertThat(open().samples().stream().map(Sample::id)).containsExactlyElementsOf(ids);
  }

  @Test
  void readsTheSameSampleEachTime() throws IOException {
    for (Sample sample : fewSamples()) {
      AnnotatedImage loaded = sample.load();
      assertSameImage(sample.image(), loaded.image());
      assertSameGroundTruth(sample.groundTruth(), loaded.groundTruth());
      assertThat(sample.encodedImage()).isEqualTo(sample.encodedImage());
      assertSameImage(ImageCodec.decode(sample.encodedImage(), sample.id()), loaded.image());
    }
  }

  @Test
  void annotatesEveryPixelOfTheImageForEachTask() {
    Set<?> tasks = open().tasks();
    for (Sample sample : fewSamples()) {
      AnnotatedImage loaded = sample.load();
      Segmentations truth = loaded.groundTruth();
      assertThat(truth.tasks()).isEqualTo(tasks);
      assertThat(truth.width()).isEqualTo(loaded.image().width());
      assertThat(truth.height()).isEqualTo(loaded.image().height());
    }
  }

  @Test
  void usesIdsOfTheLabelSetAlone() {
    LabelSet labels = open().labels();
    for (Sample sample : fewSamples()) {
      Segmentations truth = sample.groundTruth();
      truth.semantic().ifPresent(map -> assertLabelled(map.labels().labels(), labels));
      truth
          .instance()
          .ifPresent(
              found -> {
                for (Instance instance : found.instances()) {
                  assertThat(labels.byId(instance.category()).map(Category::isThing))
                      .hasValue(true);
                  assertThat(instance.mask().area()).isPositive();
                }
              });
      truth.panoptic().ifPresent(map -> assertSegmentsListed(map, labels));
    }
  }

  private static void assertLabelled(short[] ids, LabelSet labels) {
    for (short id : ids) {
      int label = id & LabelSet.MAX_ID;
      if (labels.indexOf(label) < 0 && !labels.isIgnored(label)) {
        throw new AssertionError("label " + label + " is not in " + labels);
      }
    }
  }

  private static void assertSegmentsListed(PanopticSegmentation map, LabelSet labels) {
    Set<Integer> inMap = new HashSet<>();
    Arrays.stream(map.segmentIds()).forEach(inMap::add);
    inMap.remove(PanopticSegmentation.VOID);
    assertThat(map.segments()).extracting(Segment::id).containsExactlyInAnyOrderElementsOf(inMap);
    for (Segment segment : map.segments()) {
      assertThat(labels.byId(segment.category())).isPresent();
    }
  }

  @Test
  void isSafeToUseFromManyThreads() throws InterruptedException, ExecutionException {
    Sample sample = fewSamples().get(0);
    AnnotatedImage expected = sample.load();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<AnnotatedImage>> loads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        loads.add(threads.submit(sample::load));
      }
      for (Future<AnnotatedImage> load : loads) {
        assertSameImage(load.get().image(), expected.image());
        assertSameGroundTruth(load.get().groundTruth(), expected.groundTruth());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void hasAFingerprintThatStaysTheSame() {
    Dataset dataset = open();
    assertThat(dataset.fingerprint())
        .matches("[0-9a-f]{64}")
        .isEqualTo(dataset.fingerprint())
        .isEqualTo(open().fingerprint());
  }

  @Test
  void hasTheChosenSamplesAloneInTheirOrderWhenRestricted() {
    Dataset dataset = open();
    List<Sample> chosen = new ArrayList<>(fewSamples());
    Collections.reverse(chosen);
    Dataset part = dataset.restrictedTo(chosen);
    assertThat(part.samples().stream().map(Sample::id))
        .containsExactlyElementsOf(chosen.stream().map(Sample::id).toList());
    assertThat(part.id()).isEqualTo(dataset.id());
    assertThat(part.split()).isEqualTo(dataset.split());
    assertThat(part.labels()).isEqualTo(dataset.labels());
    assertThat(part.tasks()).isEqualTo(dataset.tasks());
    assertThat(part.filesWithoutImage()).isEqualTo(dataset.filesWithoutImage());
    assertThat(dataset.samples().stream().map(Sample::id))
        .containsExactlyElementsOf(open().samples().stream().map(Sample::id).toList());
    assertSameGroundTruth(part.samples().get(0).groundTruth(), chosen.get(0).load().groundTruth());
  }

  @Test
  void fingerprintsAPartByWhatIsInIt() {
    List<Sample> samples = fewSamples();
    Dataset first = open().restrictedTo(samples.subList(0, 1));
    assertThat(first.fingerprint())
        .matches("[0-9a-f]{64}")
        .isEqualTo(first.fingerprint())
        .isEqualTo(open().restrictedTo(samples.subList(0, 1)).fingerprint());
    if (samples.size() > 1) {
      assertThat(first.fingerprint())
          .isNotEqualTo(open().fingerprint())
          .isNotEqualTo(open().restrictedTo(samples.subList(1, 2)).fingerprint());
    }
  }

  @Test
  void namesTheAnnotationsThatBelongToNoImage() {
    assertThat(open().filesWithoutImage())
        .containsExactlyInAnyOrderElementsOf(filesWithoutImage())
        .allMatch(Files::isRegularFile);
  }

  @Test
  void refusesAnUnknownSplit() {
    DatasetSpec spec = spec();
    DatasetSpec other = new DatasetSpec(spec.id(), "nowhere", spec.labels(), spec.options());
    assertThatThrownBy(() -> reader().open(other))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining(spec.split());
  }

  private static void assertSameImage(RgbImage actual, RgbImage expected) {
    assertThat(actual.width()).isEqualTo(expected.width());
    assertThat(actual.height()).isEqualTo(expected.height());
    assertThat(Arrays.equals(actual.pixels(), expected.pixels())).as("same pixels").isTrue();
  }

  private static void assertSameGroundTruth(Segmentations actual, Segmentations expected) {
    assertThat(actual.tasks()).isEqualTo(expected.tasks());
    assertThat(actual.semantic()).isEqualTo(expected.semantic());
    assertThat(actual.instance()).isEqualTo(expected.instance());
    assertThat(actual.panoptic().map(PanopticSegmentation::segments))
        .isEqualTo(expected.panoptic().map(PanopticSegmentation::segments));
    assertThat(actual.panoptic().map(PanopticSegmentation::segmentIds).orElse(new int[0]))
        .isEqualTo(expected.panoptic().map(PanopticSegmentation::segmentIds).orElse(new int[0]));
  }
}
