package io.github.segbench.datasets.sbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.datasets.files.Folder;
import io.github.segbench.datasets.matlab.MatFiles;
import io.github.segbench.datasets.voc.VocLabels;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatlabType;

/** Images of 3 x 2 pixels in SBD's layout. */
final class SbdReaderTest extends DatasetReaderContract {
  /**
   * Written by scipy.io.savemat, compressed: a struct GTinst of the matrix Segmentation [1 1 0; 0 2
   * 2] and the vector Categories [8; 15].
   */
  private static final String BY_SCIPY =
      "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IFNhdCBOb3Yg"
          + "MjggMjE6MjU6NTggMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAABSU0PAAAAbQAAAHic42NgYLgBxGxAzAHETAwQwArlMyJhkBr3kMy84hKQPAsD"
          + "L1RcCoiDU9NzU/NKEksy8/MYnBNLUtPzizJTixlggA+ILZDs4USzB2QvM9Q8BiifDcxnZAJxQPoN"
          + "COhnRNHPxMDBz8AAAM7JDYo=";

  @TempDir private Path root;
  private Folder folder;

  @BeforeEach
  void write() throws IOException {
    folder = new Folder(root);
    folder
        .text("train.txt", "2008_000002", "2008_000003")
        .text("train_noval.txt", "2008_000003")
        .text("val.txt", "2008_000009");
    for (String id : List.of("2008_000002", "2008_000003", "2008_000009")) {
      folder
          .image("img/" + id + ".jpg", 3, 2)
          .file("cls/" + id + ".mat", classes(8, 8, 0, 0, 15, 15))
          .file("inst/" + id + ".mat", objects(MatFiles.column(8, 15), 1, 1, 0, 0, 2, 2));
    }
  }

  private static byte[] classes(double... ids) throws IOException {
    return MatFiles.bytes(
        "GTcls",
        MatFiles.struct()
            .set("Segmentation", MatFiles.matrix(MatlabType.UInt8, 3, ids))
            .set("CategoriesPresent", MatFiles.column(8, 15)));
  }

  private static byte[] objects(Array categories, double... numbers) throws IOException {
    return MatFiles.bytes(
        "GTinst",
        MatFiles.struct()
            .set("Segmentation", MatFiles.matrix(MatlabType.UInt8, 3, numbers))
            .set("Categories", categories));
  }

  @Override
  protected DatasetReader reader() {
    return new SbdReader();
  }

  @Override
  protected DatasetSpec spec() {
    return spec("train");
  }

  private DatasetSpec spec(String split) {
    Map<String, String> options = Map.of("root", root.toString());
    return new DatasetSpec("sbd", split, VocLabels.set(), new Options(reader().options(), options));
  }

  private Segmentations truth() {
    return reader().open(spec("val")).samples().get(0).groundTruth();
  }

  private AbstractThrowableAssert<?, ?> failure() {
    return assertThatThrownBy(this::truth).isInstanceOf(DatasetException.class);
  }

  @Test
  void readsClassesAndObjects() {
    assertThat(truth().semantic().orElseThrow().labels())
        .isEqualTo(Folder.map(3, 8, 8, 0, 0, 15, 15));
    List<Instance> instances = truth().instance().orElseThrow().instances();
    assertThat(instances).extracting(Instance::category).containsExactly(8, 15);
    assertThat(instances.get(1).mask().toBitmap())
        .containsExactly(false, false, false, false, true, true);
  }

  @Test
  void readsWhatScipyWrote() throws IOException {
    Segmentations ours = truth();
    folder.file("inst/2008_000009.mat", Base64.getDecoder().decode(BY_SCIPY));
    assertThat(truth().instance()).isEqualTo(ours.instance());
  }

  @Test
  void knowsTheSplitsByTheirLists() {
    assertThat(reader().splits(spec())).containsExactly("train", "train_noval", "val");
    assertThat(reader().open(spec("train_noval")).samples())
        .extracting(Sample::id)
        .containsExactly("2008_000003");
  }

  @Test
  void isSemanticAloneWithoutInst() throws IOException {
    for (String id : List.of("2008_000002", "2008_000003", "2008_000009")) {
      Files.delete(root.resolve("inst/" + id + ".mat"));
    }
    assertThatThrownBy(() -> reader().open(spec("val")))
        .hasMessageContaining("has no labels " + root.resolve("inst/2008_000009.mat"));
    Files.delete(root.resolve("inst"));
    Dataset dataset = reader().open(spec("val"));
    assertThat(dataset.tasks()).containsExactly(SegmentationTask.SEMANTIC);
    assertThat(truth().tasks()).containsExactly(SegmentationTask.SEMANTIC);
  }

  @Test
  void passesOverACategoryWhoseObjectHasNoPixel() throws IOException {
    folder.file("inst/2008_000009.mat", objects(MatFiles.column(8, 9, 15), 1, 1, 0, 0, 3, 3));
    assertThat(truth().instance().orElseThrow().instances())
        .extracting(Instance::category, i -> i.mask().area())
        .containsExactly(tuple(8, 2L), tuple(15, 2L));
  }

  @Test
  void refusesAnObjectWithoutAThing() throws IOException {
    Path file = root.resolve("inst/2008_000009.mat");
    folder.file("inst/2008_000009.mat", objects(MatFiles.column(8), 1, 1, 0, 0, 2, 2));
    failure().hasMessage(file + ": object 2 has no category, there are 1");
    folder.file("inst/2008_000009.mat", objects(MatFiles.column(8, 0), 1, 1, 0, 0, 2, 2));
    failure()
        .hasMessage(
            file + ": object 2 has the category 0, expected one of the things of labels 'voc'");
    folder.file("inst/2008_000009.mat", objects(MatFiles.column(), 0, 0, 0, 0, 0, 0));
    assertThat(truth().instance().orElseThrow().instances()).isEmpty();
  }

  @Test
  void namesTheFileThatIsWrong() throws IOException {
    Path file = root.resolve("cls/2008_000009.mat");
    folder.file("cls/2008_000009.mat", classes(8, 8, 0, 0, 21, 15));
    failure().hasMessage(file + ": label 21 at x=1 y=1 is not in labels 'voc'");
    folder.file("cls/2008_000009.mat", classes(8, 8, 0));
    failure()
        .hasMessage(
            root.resolve("inst/2008_000009.mat") + ": objects are 3x2, expected 3x1 as in " + file);
    folder.file("cls/2008_000009.mat", "MATLAB".getBytes(StandardCharsets.UTF_8));
    failure().hasMessageStartingWith(file + ": corrupt MATLAB 5 file (");
  }

  @Test
  void takesNoOtherTextFileForASplit() throws IOException {
    Files.writeString(root.resolve("README.txt"), "the data\nthe labels\n");
    assertThat(reader().splits(spec())).contains(spec().split()).doesNotContain("README");
  }
}
