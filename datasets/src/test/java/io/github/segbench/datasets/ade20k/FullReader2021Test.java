package io.github.segbench.datasets.ade20k;

import static io.github.segbench.datasets.ade20k.AdeFixture.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout of 2021: a JSON file and a folder of masks beside each image. */
final class FullReader2021Test extends DatasetReaderContract {
  private static final String IMAGE = "images/ADE/training/urban/street/ADE_train_5";

  @TempDir private Path root;
  private AdeFixture fixture;

  @BeforeEach
  void write() throws IOException {
    byte[] latin1 = "{\"name\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    fixture =
        new AdeFixture(root, reader())
            .image(IMAGE + ".jpg")
            .file(IMAGE + ".json", latin1)
            .colours(IMAGE + "_seg.png", FullReaderTest.SEGMENTS)
            .classes(IMAGE + "/instance_000_ADE_train_5.png", new int[12])
            .image("images/ADE/validation/urban/street/ADE_val_5.jpg")
            .colours(
                "images/ADE/validation/urban/street/ADE_val_5_seg.png", FullReaderTest.SEGMENTS);
  }

  @Override
  protected DatasetReader reader() {
    return new FullReader();
  }

  @Override
  protected DatasetSpec spec() {
    return fixture.spec("training");
  }

  @Test
  void readsTheSameAsFromTheLayoutOf2016() {
    assertThat(
            AdeFixture.areas(
                fixture
                    .open("training")
                    .samples()
                    .get(0)
                    .groundTruth()
                    .semantic()
                    .orElseThrow()
                    .labels()))
        .isEqualTo(Map.of(0, 2, 1, 3, 13, 5, 15, 2));
  }

  @Test
  void doesNotEnterFoldersOfMasks() throws IOException {
    fixture.image(IMAGE + "/not_a_sample.jpg");
    assertThat(ids(fixture.open("training"))).containsExactly("ADE_train_5");
    assertThat(reader().splits(spec())).containsExactly("training", "validation");
  }
}
