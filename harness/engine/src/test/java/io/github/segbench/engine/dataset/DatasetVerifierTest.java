package io.github.segbench.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.Subset;
import io.github.segbench.engine.dataset.MemoryDataset.MadeSample;
import io.github.segbench.engine.plugin.PluginRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatasetVerifierTest {
  private static final Set<SegmentationTask> SEMANTIC = Set.of(SegmentationTask.SEMANTIC);

  @Test
  void findsNothingWrongWithSoundData() {
    SplitReport report = verify(card(Map.of("val", 2L)), List.of(sound("a"), sound("b")));

    assertThat(report.images()).isEqualTo(2);
    assertThat(report.expected()).isEqualTo(2);
    assertThat(report.checked()).isEqualTo(2);
    assertThat(report.problems()).isEmpty();
    assertThat(report.problemCount()).isZero();
    assertThat(report.content()).hasValue("ab".repeat(32));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void findsEveryKindOfDamageAtOnceWhateverTheNumberOfThreads(int threads) {
    Sample otherSize = new MadeSample("size", 2, 1, map(0, 1, 2));
    List<Sample> samples =
        List.of(
            MadeSample.corrupt("corrupt"),
            sound("fine"),
            otherSize,
            MadeSample.of("foreign", map(0, 7)),
            MadeSample.of(
                "panoptic",
                Segmentations.of(new PanopticSegmentation(1, 1, new int[1], List.of()))));
    MemoryDataset split =
        new MemoryDataset("val", SEMANTIC, samples, List.of(Path.of("/data/lost.png")));

    assertThat(verifier(split, threads).verify(card(Map.of("val", 9L)), "val").problems())
        .containsExactly(
            "data set made: split 'val' has 5 images, expected 9",
            "/data/lost.png: belongs to no image of split 'val', expected one",
            "image corrupt: /data/corrupt.png: corrupt image",
            "image size: the image has 2x1 pixels, its ground truth 3x1",
            "image foreign: semantic map: label 7 at x=1 y=0 is not in labels 'three'",
            "image panoptic: ground truth for [PANOPTIC], expected [SEMANTIC]");
  }

  @Test
  void findsASegmentOfAForeignCategory() {
    Sample sample =
        MadeSample.of(
            "a",
            Segmentations.of(
                new PanopticSegmentation(1, 1, new int[] {4}, List.of(new Segment(4, 9, false)))));
    MemoryDataset split =
        new MemoryDataset("val", Set.of(SegmentationTask.PANOPTIC), List.of(sample), List.of());

    assertThat(verifier(split, 1).verify(card(Map.of()), "val").problems())
        .containsExactly("image a: category 9 of a segment is not in labels 'three'");
  }

  @Test
  void namesTheFirstTwentyProblemsAndCountsTheOthers() {
    List<Sample> samples =
        IntStream.range(0, 50).mapToObj(i -> MadeSample.corrupt("i" + i)).toList();

    SplitReport report = verify(card(Map.of("val", 51L)), samples);

    assertThat(report.problems()).hasSize(20);
    assertThat(report.problems().get(0)).contains("50 images, expected 51");
    assertThat(report.problems().get(1)).startsWith("image i0:");
    assertThat(report.problems().get(19)).startsWith("image i18:");
    assertThat(report.unnamed()).isEqualTo(31);
    assertThat(report.problemCount()).isEqualTo(51);
  }

  @Test
  void countsFilesWithoutImageBeyondTheTwentieth() {
    List<Path> lost = IntStream.range(0, 30).mapToObj(i -> Path.of("/data/" + i)).toList();
    MemoryDataset split =
        new MemoryDataset("val", SEMANTIC, List.of(MadeSample.corrupt("a")), lost);

    SplitReport report = verifier(split, 1).verify(card(Map.of()), "val");

    assertThat(report.problems()).hasSize(20);
    assertThat(report.problemCount()).isEqualTo(31);
  }

  @Test
  void looksAtTheSubsetAloneButCountsTheWholeSplit() {
    DatasetCard card = card(Map.of("val", 3L), Subset.first(1));

    SplitReport report =
        verify(card, List.of(sound("a"), MadeSample.corrupt("b"), MadeSample.corrupt("c")));

    assertThat(report.images()).isEqualTo(3);
    assertThat(report.checked()).isEqualTo(1);
    assertThat(report.problems()).isEmpty();
    assertThat(report.content()).isNotEqualTo(Optional.of("ab".repeat(32)));
  }

  @Test
  void reportsASplitThatIsStatedButNotThere() {
    MemoryDataset split = new MemoryDataset("val", SEMANTIC, List.of(sound("a")), List.of());
    DatasetVerifier verifier = verifier(split, 1);
    DatasetCard card = card(Map.of("test", 5L));

    assertThat(verifier.splits(card)).containsExactly("test", "val");
    SplitReport report = verifier.verify(card, "test");
    assertThat(report.images()).isNull();
    assertThat(report.content()).isEmpty();
    assertThat(report.problems())
        .containsExactly("data set made: no split 'test', expected 5 images");
  }

  @Test
  void tellsProgressOfEveryImageWhetherItIsSoundOrNot() {
    List<String> events = new ArrayList<>();
    DatasetProgress progress =
        new DatasetProgress() {
          @Override
          public void splitStarted(String split, int images) {
            events.add(split + " of " + images);
          }

          @Override
          public void imageDone() {
            events.add("image");
          }

          @Override
          public void splitEnded() {
            events.add("end");
          }
        };
    MemoryDataset split =
        new MemoryDataset("val", SEMANTIC, List.of(sound("a"), MadeSample.corrupt("b")), List.of());

    new DatasetVerifier(readers(split), progress, 1).verify(card(Map.of()), "val");

    assertThat(events).containsExactly("val of 2", "image", "image", "end");
  }

  @Test
  void saysWhatIsMissingIfNoSplitIsThere() {
    MemoryDataset nothing = new MemoryDataset("", SEMANTIC, List.of(), List.of());

    assertThatThrownBy(() -> verifier(nothing, 1).splits(card(Map.of())))
        .isInstanceOf(DatasetException.class)
        .hasMessage("data set made: unknown split 'val'");
  }

  @Test
  void saysHowADatasetCanBeHad() {
    RemoteFile file =
        new RemoteFile("a.zip", URI.create("https://a.test/a.zip"), null, Map.of(), "made", true);
    RemoteFile unknown = new RemoteFile("b.zip", null, null, Map.of(), "made", true);

    assertThat(advice(null)).isEqualTo("its file does not say where it can be had");
    assertThat(advice(source(null, file)))
        .isEqualTo("'./segbench datasets fetch made' downloads it");
    assertThat(advice(source(null, file, unknown))).isEqualTo("see https://a.test");
    assertThat(advice(source(null))).isEqualTo("see https://a.test");
    assertThat(advice(source("Register and download b.zip.", unknown)))
        .isEqualTo(
            "Register and download b.zip. (https://a.test);"
                + " './segbench datasets fetch made' says where to put the files");
    assertThat(advice(source("Register."))).isEqualTo("Register. (https://a.test)");
  }

  private static String advice(@Nullable DatasetSource source) {
    return HowToGet.of(new DatasetCard(card(Map.of()).config(), List.of(), Map.of(), source));
  }

  private static DatasetSource source(@Nullable String account, RemoteFile... files) {
    return new DatasetSource(URI.create("https://a.test"), "free", account, List.of(files));
  }

  private static SplitReport verify(DatasetCard card, List<Sample> samples) {
    return verifier(new MemoryDataset("val", SEMANTIC, samples, List.of()), 2).verify(card, "val");
  }

  private static DatasetVerifier verifier(MemoryDataset split, int threads) {
    return new DatasetVerifier(readers(split), DatasetProgress.NONE, threads);
  }

  private static PluginRegistry<DatasetReader> readers(MemoryDataset split) {
    return new PluginRegistry<>("reader", List.of(new OneSplit(split)), DatasetReader::id);
  }

  private static DatasetCard card(Map<String, Long> splits) {
    return card(splits, Subset.WHOLE);
  }

  private static DatasetCard card(Map<String, Long> splits, Subset subset) {
    DatasetSpec spec =
        new DatasetSpec("made", "val", MemoryDataset.LABELS, new Options(List.of(), Map.of()));
    return new DatasetCard(new DatasetConfig(spec, "Made", "one", subset), List.of(), splits, null);
  }

  private static Sample sound(String id) {
    return MadeSample.of(id, map(0, 1, 255));
  }

  /** One row of labels. */
  private static Segmentations map(int... ids) {
    short[] labels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      labels[i] = (short) ids[i];
    }
    return Segmentations.of(new SemanticSegmentation(new LabelMap(ids.length, 1, labels)));
  }

  /** Opens one split; there is none if it has no name. */
  private record OneSplit(MemoryDataset split) implements DatasetReader {
    @Override
    public String id() {
      return "one";
    }

    @Override
    public String description() {
      return "A split for tests.";
    }

    @Override
    public List<OptionSpec> options() {
      return List.of();
    }

    @Override
    public Dataset open(DatasetSpec spec) {
      if (!spec.split().equals(split.split())) {
        throw new DatasetException("data set made: unknown split '" + spec.split() + "'");
      }
      return split;
    }

    @Override
    public SortedSet<String> splits(DatasetSpec spec) {
      return new TreeSet<>(split.split().isEmpty() ? Set.of() : Set.of(split.split()));
    }
  }
}
