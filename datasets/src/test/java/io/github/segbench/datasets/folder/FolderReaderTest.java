package io.github.segbench.datasets.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderReaderTest extends DatasetReaderContract {
  @TempDir private Path root;
  private FolderFixture fixture;

  @BeforeEach
  void write() throws IOException {
    fixture =
        new FolderFixture(root)
            .image("val/b.png")
            .image("val/a.v2.png")
            .image("train/c.png")
            .labels("valannot/b.png", 1)
            .labels("valannot/a.v2.png", 1)
            .labels("valannot/unused.png", 1)
            .labels("trainannot/c.png", 1);
  }

  @Override
  protected DatasetReader reader() {
    return new FolderReader();
  }

  @Override
  protected DatasetSpec spec() {
    return fixture.spec("val", Map.of());
  }

  @Override
  protected List<Path> filesWithoutImage() {
    return List.of(root.resolve("valannot/unused.png"));
  }

  private static List<String> ids(Dataset dataset) {
    return dataset.samples().stream().map(Sample::id).toList();
  }

  private AbstractThrowableAssert<?, ?> failure(String split, Map<String, ?> options) {
    return assertThatThrownBy(() -> fixture.open(split, options))
        .isInstanceOf(DatasetException.class);
  }

  @Test
  void sortsById() {
    assertThat(ids(fixture.open("val", Map.of()))).containsExactly("a.v2", "b");
  }

  @Test
  void readsRawIdsAndVoid() {
    Sample sample = fixture.open("val", Map.of()).samples().get(0);
    short[] ids = sample.groundTruth().semantic().orElseThrow().labels().labels();
    assertThat(ids[0]).isEqualTo((short) 9);
    assertThat(ids[1]).isEqualTo((short) 0);
    assertThat(ids[23]).isEqualTo((short) 1);
  }

  @Test
  void takesAnyEndingForAStar() throws IOException {
    fixture.image("val/d.PNG").labels("valannot/d.png", 0);
    assertThat(ids(fixture.open("val", Map.of("images", "{split}/{id}.*"))))
        .containsExactly("a.v2", "b", "d");
  }

  @Test
  void findsFilesInFoldersThatAStarStandsFor() throws IOException {
    fixture
        .image("leftImg8bit/val/ulm/ulm_000_leftImg8bit.png")
        .image("leftImg8bit/val/bonn/bonn_000_leftImg8bit.png")
        .labels("gtFine/val/ulm/ulm_000_gtFine_labelIds.png", 0)
        .labels("gtFine/val/bonn/bonn_000_gtFine_labelIds.png", 1);
    Map<String, String> cityscapes =
        Map.of(
            "images", "leftImg8bit/{split}/*/{id}_leftImg8bit.png",
            "labels", "gtFine/{split}/*/{id}_gtFine_labelIds.png");
    Dataset dataset = fixture.open("val", cityscapes);
    assertThat(ids(dataset)).containsExactly("bonn_000", "ulm_000");
    assertThat(dataset.samples().get(0).groundTruth().semantic().orElseThrow().labels().at(5, 3))
        .isEqualTo(1);
  }

  @Test
  void readsTheIdsOfASplitFromAList() throws IOException {
    fixture
        .image("JPEGImages/x.png")
        .image("JPEGImages/y.png")
        .image("JPEGImages/z.png")
        .labels("Masks/x.png", 0)
        .labels("Masks/z.png", 0)
        .file("lists/test.txt", "z\n\n x \r\n".getBytes(StandardCharsets.UTF_8));
    Map<String, String> voc =
        Map.of(
            "images",
            "JPEGImages/{id}.png",
            "labels",
            "Masks/{id}.png",
            "list",
            "lists/{split}.txt");
    assertThat(ids(fixture.open("test", voc))).containsExactly("x", "z");
    failure("trainval", voc)
        .hasMessage("data set tiny: unknown split 'trainval', expected one of [test]");
    fixture.file("lists/test.txt", "z\ny".getBytes(StandardCharsets.UTF_8));
    failure("test", voc).hasMessageContaining("y.png has no labels").hasMessageContaining("Masks");
    fixture.file("lists/test.txt", "z\nq".getBytes(StandardCharsets.UTF_8));
    failure("test", voc).hasMessageContaining("no image").hasMessageContaining("q.png");
    fixture.file("lists/test.txt", "z\nz".getBytes(StandardCharsets.UTF_8));
    failure("test", voc).hasMessageContaining("'z' stands twice").hasMessageContaining("test.txt");
  }

  @Test
  void namesTheImageThatHasNoLabelsAndWhereTheyShouldBe() throws IOException {
    fixture.image("val/e.png");
    failure("val", Map.of())
        .hasMessage(
            "data set tiny: image "
                + root.resolve("val/e.png")
                + " has no labels "
                + root.resolve("valannot/e.png"));
  }

  @Test
  void listsTheSplitsThatHaveImagesAndLabels() {
    failure("test", Map.of())
        .hasMessage("data set tiny: unknown split 'test', expected one of [train, val]");
    failure("../val", Map.of()).hasMessageContaining("unknown split '../val'");
  }

  @Test
  void opensNoSplitThatIsNotConfigured() {
    failure("train", Map.of("splits", List.of("val")))
        .hasMessage("data set tiny: unknown split 'train', expected one of [val]");
  }

  @Test
  void namesFolderAndPatternOfAnEmptySplit() {
    failure("val", Map.of("splits", List.of("val"), "images", "{split}/{id}.jpg"))
        .hasMessage(
            "data set tiny: split 'val' is empty: nothing in " + root + " fits val/{id}.jpg");
  }

  @Test
  void refusesPatternsThatCannotTellImagesOrSplitsApart() {
    failure("val", Map.of("images", "{split}/image.png"))
        .hasMessage("data set tiny: pattern '{split}/image.png' has no {id}");
    failure("val", Map.of("labels", "{split}/{name}.png"))
        .hasMessage(
            "pattern '{split}/{name}.png' has {name}, expected {split}, {id} or {category}");
    failure("val", Map.of("images", "val/{id}.png", "labels", "valannot/{id}.png"))
        .hasMessageContaining("no pattern has {split}");
    assertThat(
            ids(
                fixture.open(
                    "all",
                    Map.of(
                        "images", "val/{id}.png",
                        "labels", "valannot/{id}.png",
                        "splits", List.of("all")))))
        .hasSize(2);
  }

  @Test
  void refusesTwoFilesOfOneId() throws IOException {
    fixture.image("val/b.jpg");
    failure("val", Map.of("images", "{split}/{id}.*"))
        .hasMessageContaining("two files for id 'b'")
        .hasMessageContaining("b.jpg")
        .hasMessageContaining("b.png");
  }

  @Test
  void saysThatTheRootIsNotThere() {
    FolderFixture elsewhere = new FolderFixture(root.resolve("elsewhere"));
    assertThatThrownBy(() -> elsewhere.open("val", Map.of()))
        .isInstanceOf(DatasetException.class)
        .hasMessage("data set tiny: root " + root.resolve("elsewhere") + " is not a folder");
  }

  @Test
  void refusesLabelsOfAnotherSize() throws IOException {
    fixture.labels("valannot/b.png", 1, 5, 4);
    Sample sample = fixture.open("val", Map.of()).samples().get(1);
    assertThatThrownBy(sample::groundTruth)
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            root.resolve("valannot/b.png")
                + ": labels of image 'b' are 5x4, expected 6x4 as in "
                + root.resolve("val/b.png"));
  }

  @Test
  void namesTheFirstPixelOutsideTheLabelSet() throws IOException {
    fixture.labels("valannot/b.png", 2);
    Sample sample = fixture.open("val", Map.of()).samples().get(1);
    assertThatThrownBy(sample::load)
        .isInstanceOf(DatasetException.class)
        .hasMessage(root.resolve("valannot/b.png") + ": label 2 at x=5 y=3 is not in labels 'two'");
  }

  @Test
  void namesTheImageThatIsCorrupt() throws IOException {
    fixture.file("val/b.png", "no image".getBytes(StandardCharsets.UTF_8));
    Sample sample = fixture.open("val", Map.of()).samples().get(1);
    assertThatThrownBy(sample::image)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(root.resolve("val/b.png").toString());
    Files.delete(root.resolve("val/b.png"));
    assertThatThrownBy(sample::encodedImage)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(root.resolve("val/b.png").toString());
  }

  @Test
  void changesTheFingerprintWithImagesAndLabelsButNotWithTheFolder(@TempDir Path other)
      throws IOException {
    String before = fixture.open("val", Map.of()).fingerprint();
    new FolderFixture(other)
        .image("val/b.png")
        .image("val/a.v2.png")
        .labels("valannot/b.png", 1)
        .labels("valannot/a.v2.png", 1);
    assertThat(new FolderFixture(other).open("val", Map.of()).fingerprint()).isEqualTo(before);
    fixture.labels("valannot/b.png", 0);
    String labels = fixture.open("val", Map.of()).fingerprint();
    assertThat(labels).isNotEqualTo(before);
    Files.copy(
        root.resolve("train/c.png"),
        root.resolve("val/b.png"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(fixture.open("val", Map.of()).fingerprint()).isNotEqualTo(labels);
  }

  @Test
  void namesAListThatNamesNoImage() throws IOException {
    fixture.file("val.txt", "\r\n# nothing\r\n".getBytes(StandardCharsets.UTF_8));
    failure("val", Map.of("list", "{split}.txt"))
        .hasMessage(
            "data set tiny: split 'val' is empty: "
                + root.resolve("val.txt")
                + " names no image, expected one a line");
  }

  @Test
  void findsNoSplitInACharacterThatPatternsHave() throws IOException {
    fixture.image("v+l[1]/a.png").labels("v+l[1]annot/a.png", 1);
    assertThat(reader().splits(fixture.spec("v+l[1]", Map.of()))).contains("v+l[1]", "val");
    assertThat(ids(fixture.open("v+l[1]", Map.of()))).containsExactly("a");
  }

  @Test
  void passesOverFilesOfTheFileSystem() throws IOException {
    byte[] noImage = {0, 5, 22, 7};
    fixture.file("val/._b.png", noImage).file("valannot/._b.png", noImage);
    fixture.file("._val/b.png", noImage).file("._valannot/b.png", noImage);
    assertThat(ids(fixture.open("val", Map.of()))).containsExactly("a.v2", "b");
    assertThat(reader().splits(spec())).containsExactly("train", "val");
  }
}
