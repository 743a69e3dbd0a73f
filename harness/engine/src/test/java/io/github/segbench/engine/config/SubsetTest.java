package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubsetTest {
  private static final List<String> IDS = IntStream.range(0, 10).mapToObj(i -> "img" + i).toList();

  /**
   * The expected ids are those of {@code sorted(ids, key=lambda i:
   * hashlib.sha256(f"{seed}:{i}".encode()).hexdigest())[:n]} in Python, put back into their order.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 0, img6 img8 img9",
    "5, 0, img1 img2 img6 img8 img9",
    "3, 1, img1 img3 img7",
    "5, 1, img0 img1 img3 img7 img8",
    "5, -7, img1 img2 img4 img8 img9"
  })
  void samplesTheSameImagesForEver(int sample, long seed, String expected) {
    assertThat(ids(new Subset(0, sample, seed).of(new ListedDataset(IDS))))
        .containsExactly(expected.split(" "));
  }

  @Test
  void samplesTheSameImagesInWhateverOrderTheyAreFound() {
    List<String> reversed = new ArrayList<>(IDS);
    Collections.reverse(reversed);

    assertThat(ids(new Subset(0, 3, 1).of(new ListedDataset(reversed))))
        .containsExactly("img7", "img3", "img1");
  }

  @Test
  void largerSampleHoldsTheSmallerOne() {
    List<String> small = ids(new Subset(0, 4, 5).of(new ListedDataset(IDS)));
    List<String> large = ids(new Subset(0, 7, 5).of(new ListedDataset(IDS)));

    assertThat(large).hasSize(7).containsAll(small);
  }

  @Test
  void limitsTheSampleAndNotTheSplit() {
    assertThat(ids(new Subset(2, 3, 1).of(new ListedDataset(IDS)))).containsExactly("img1", "img3");
    assertThat(ids(Subset.first(2).of(new ListedDataset(IDS)))).containsExactly("img0", "img1");
    assertThat(new Subset(2, 3, 1).of(new ListedDataset(IDS)).splitIds()).isEqualTo(IDS);
  }

  @Test
  void takesEveryImageWhereThereAreNoMore() {
    Dataset split = new ListedDataset(IDS);

    assertThat(Subset.WHOLE.of(split)).isSameAs(split);
    assertThat(new Subset(10, 11, 3).of(split)).isSameAs(split);
  }

  @Test
  void fingerprintTellsSubsetsApart() {
    Dataset split = new ListedDataset(IDS);

    assertThat(
            List.of(
                split.fingerprint(),
                Subset.first(3).of(split).fingerprint(),
                new Subset(0, 3, 0).of(split).fingerprint(),
                new Subset(0, 3, 1).of(split).fingerprint()))
        .doesNotHaveDuplicates()
        .allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{64}"));
    assertThat(Subset.first(3).of(split).fingerprint())
        .isEqualTo(Subset.first(3).of(new ListedDataset(IDS)).fingerprint());
  }

  @Test
  void labelTellsWhichImages() {
    assertThat(Subset.WHOLE.label()).isEmpty();
    assertThat(Subset.first(20).label()).hasValue("first20");
    assertThat(new Subset(0, 100, 7).label()).hasValue("sample100-seed7");
    assertThat(new Subset(20, 100, -7).label()).hasValue("sample100-seed-7-first20");
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatThrownBy(() -> Subset.first(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Subset(0, -2, 0)).hasMessageContaining("-2");
  }

  private static List<String> ids(Dataset dataset) {
    return dataset.samples().stream().map(Sample::id).toList();
  }

  /** Ids without images. */
  private record ListedDataset(List<String> ids) implements Dataset {
    @Override
    public String id() {
      return "listed";
    }

    @Override
    public String split() {
      return "all";
    }

    @Override
    public LabelSet labels() {
      return new LabelSet("one", List.of(new Category(0, "x", false, 0)), LabelSet.NO_IGNORE);
    }

    @Override
    public Set<SegmentationTask> tasks() {
      return Set.of(SegmentationTask.SEMANTIC);
    }

    @Override
    public List<Sample> samples() {
      return ids.stream().map(id -> (Sample) new ListedSample(id)).toList();
    }

    @Override
    public String fingerprint() {
      return "ab".repeat(32);
    }
  }

  private record ListedSample(String id) implements Sample {
    @Override
    public byte[] encodedImage() {
      throw new UnsupportedOperationException(id);
    }

    @Override
    public RgbImage image() {
      throw new UnsupportedOperationException(id);
    }

    @Override
    public Segmentations groundTruth() {
      throw new UnsupportedOperationException(id);
    }
  }
}
