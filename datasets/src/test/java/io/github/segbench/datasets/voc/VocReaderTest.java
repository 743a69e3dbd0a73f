package io.github.segbench.datasets.voc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.datasets.files.Folder;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of 4 x 2 pixels in the layout of a year of VOC. */
final class VocReaderTest extends DatasetReaderContract {
  private static final int CAT = 8;
  private static final int PERSON = 15;
  private static final int VOID = 255;

  @TempDir private Path root;
  private Folder folder;

  @BeforeEach
  void write() throws IOException {
    folder = new Folder(root);
    folder
        .text("ImageSets/Segmentation/train.txt", "2007_000033")
        .text("ImageSets/Segmentation/val.txt", "2011_000003", "2007_000042")
        .text("ImageSets/Segmentation/test.txt", "2008_000001")
        .image("JPEGImages/2008_000001.jpg", 4, 2);
    for (String id : List.of("2007_000033", "2011_000003", "2007_000042")) {
      folder
          .image("JPEGImages/" + id + ".jpg", 4, 2)
          .ids(classes(id), 4, CAT, CAT, VOID, PERSON, 0, CAT, VOID, PERSON)
          .ids(objects(id), 4, 1, 1, VOID, 3, 0, 1, VOID, 3);
    }
  }

  private static String classes(String id) {
    return "SegmentationClass/" + id + ".png";
  }

  private static String objects(String id) {
    return "SegmentationObject/" + id + ".png";
  }

  @Override
  protected DatasetReader reader() {
    return new VocReader();
  }

  @Override
  protected DatasetSpec spec() {
    return spec("val", Map.of());
  }

  private DatasetSpec spec(String split, Map<String, ?> options) {
    Map<String, Object> all = new HashMap<>(options);
    all.put("root", root.toString());
    return new DatasetSpec("voc", split, VocLabels.set(), new Options(reader().options(), all));
  }

  private Dataset open(String split) {
    return reader().open(spec(split, Map.of()));
  }

  private Segmentations truth() {
    return open("train").samples().get(0).groundTruth();
  }

  private AbstractThrowableAssert<?, ?> failure() {
    return assertThatThrownBy(this::truth).isInstanceOf(DatasetException.class);
  }

  @Test
  void keepsTheOrderOfTheList() {
    assertThat(open("val").samples())
        .extracting(Sample::id)
        .containsExactly("2011_000003", "2007_000042");
  }

  @Test
  void readsEachObjectWithTheClassUnderIt() {
    // Object 2 is left out: numbers may have gaps.
    List<Instance> instances = truth().instance().orElseThrow().instances();
    assertThat(instances)
        .extracting(Instance::category, i -> i.mask().area(), Instance::crowd)
        .containsExactly(tuple(CAT, 3L, false), tuple(PERSON, 2L, false));
    assertThat(instances.get(0).mask().toBitmap())
        .containsExactly(true, true, false, false, false, true, false, false);
    assertThat(truth().semantic().orElseThrow().labels().at(2, 0)).isEqualTo(VOID);
  }

  @Test
  void offersNoSplitWithoutLabels() {
    assertThat(reader().splits(spec())).containsExactly("train", "val");
    assertThatThrownBy(() -> open("test"))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "data set voc: image "
                + root.resolve("JPEGImages/2008_000001.jpg")
                + " has no labels "
                + root.resolve(classes("2008_000001")));
  }

  @Test
  void takesNoListOutsideItsFolder() throws IOException {
    folder.text("other.txt", "2007_000033");
    assertThatThrownBy(() -> open("../../other"))
        .hasMessage("data set voc: unknown split '../../other', expected one of [train, val]");
  }

  @Test
  void isSemanticAloneWhereNoFolderOfObjectsIs() throws IOException {
    folder
        .text("ImageSets/Segmentation/train_aug.txt", "2007_000033")
        .ids("SegmentationClassAug/2007_000033.png", 4, 0, 0, 0, 0, 0, 0, 0, CAT);
    Map<String, String> augmented =
        Map.of("classes", "SegmentationClassAug", "objects", "SegmentationObjectAug");
    Dataset dataset = reader().open(spec("train_aug", augmented));
    assertThat(dataset.tasks()).containsExactly(SegmentationTask.SEMANTIC);
    Segmentations truth = dataset.samples().get(0).groundTruth();
    assertThat(truth.tasks()).containsExactly(SegmentationTask.SEMANTIC);
    assertThat(truth.semantic().orElseThrow().labels().at(3, 1)).isEqualTo(CAT);
  }

  @Test
  void namesTheImageWhoseObjectsAreMissing() throws IOException {
    Files.delete(root.resolve(objects("2007_000042")));
    assertThatThrownBy(() -> open("val"))
        .hasMessageContaining(
            "2007_000042.jpg has no labels " + root.resolve("SegmentationObject"));
  }

  @Test
  void namesTheListedImageThatIsMissing() throws IOException {
    folder.text("ImageSets/Segmentation/val.txt", "2007_000042", "gone");
    assertThatThrownBy(() -> open("val"))
        .hasMessage(
            "data set voc: no image "
                + root.resolve("JPEGImages/gone.jpg")
                + " for an id of "
                + root.resolve("ImageSets/Segmentation/val.txt"));
  }

  @Test
  void saysThatAListIsEmpty() throws IOException {
    folder.text("ImageSets/Segmentation/trainval.txt", "# nothing yet");
    assertThat(reader().splits(spec())).doesNotContain("trainval");
    assertThatThrownBy(() -> open("trainval"))
        .hasMessageContaining("split 'trainval' is empty")
        .hasMessageContaining("trainval.txt names no image");
  }

  @Test
  void saysWhichFolderIsNotThere() {
    Map<String, String> other = Map.of("classes", "Labels");
    assertThatThrownBy(() -> reader().open(spec("val", other)))
        .hasMessage("data set voc: no folder " + root.resolve("Labels"));
  }

  @Test
  void refusesAnObjectOnVoidOrBackgroundAlone() throws IOException {
    folder.ids(objects("2007_000033"), 4, 1, 1, 2, 3, 0, 1, 2, 3);
    failure()
        .hasMessage(
            root.resolve(objects("2007_000033"))
                + ": object 2 has the classes {255=2} (id=pixels) in "
                + root.resolve(classes("2007_000033"))
                + ", expected one of things for most of its pixels");
    folder.ids(objects("2007_000033"), 4, 1, 1, 0, 3, 4, 1, 0, 3);
    failure().hasMessageContaining("object 4 has the classes {0=1}");
  }

  @Test
  void takesTheClassOfMostPixelsButNotOfHalf() throws IOException {
    // Cat has 3 of 5 pixels that are not void, then 2 of 4.
    folder.ids(objects("2007_000033"), 4, 1, 1, 1, 1, 0, 1, 0, 1);
    assertThat(truth().instance().orElseThrow().instances())
        .extracting(Instance::category, i -> i.mask().area())
        .containsExactly(tuple(CAT, 6L));
    folder.ids(objects("2007_000033"), 4, 1, 1, 1, 1, 0, 0, 0, 1);
    failure().hasMessageContaining("object 1 has the classes {8=2, 15=2, 255=1}");
  }

  @Test
  void refusesObjectsOfAnotherSize() throws IOException {
    folder.ids(objects("2007_000033"), 2, 1, 1, 0, 0);
    failure()
        .hasMessage(
            root.resolve(objects("2007_000033"))
                + ": objects are 2x2, expected 4x2 as in "
                + root.resolve(classes("2007_000033")));
  }

  @Test
  void namesTheFileThatIsCorrupt() throws IOException {
    folder.file(objects("2007_000033"), "no PNG".getBytes(StandardCharsets.UTF_8));
    failure().hasMessageContaining(root.resolve(objects("2007_000033")).toString());
  }

  @Test
  void readsColoursAsVocPaintsThem() throws IOException {
    int cat = 0x400000;
    int person = 0xc08080;
    int white = 0xe0e0c0;
    folder.colours(classes("2007_000033"), 4, cat, cat, white, person, 0, cat, white, person);
    int first = 0x800000;
    int third = 0x808000;
    folder.colours(objects("2007_000033"), 4, first, first, white, third, 0, first, white, third);
    assertThat(truth().semantic()).isEqualTo(open("val").samples().get(0).groundTruth().semantic());
    assertThat(truth().instance()).isEqualTo(open("val").samples().get(0).groundTruth().instance());
    folder.colours(classes("2007_000033"), 4, cat, cat, white, 0x010203, 0, cat, white, person);
    failure()
        .hasMessage(
            root.resolve(classes("2007_000033"))
                + ": colour #010203 at x=3 y=0 stands for no label, expected one of VOC's 256 colours");
  }

  @Test
  void readsColoursOfALabelMap() throws IOException {
    folder
        .text(
            "labelmap.txt",
            "# label:color_rgb:parts:actions",
            "background:9,9,9::",
            "cat:1,2,3::",
            "unicorn:7,7,7::",
            "person:255,0,0:head,hand:",
            "ignored:224,224,192::")
        .colours(
            classes("2007_000033"),
            4,
            0x010203,
            0x010203,
            0xe0e0c0,
            0xff0000,
            0x090909,
            0x010203,
            0xe0e0c0,
            0xff0000);
    assertThat(truth().semantic()).isEqualTo(open("val").samples().get(0).groundTruth().semantic());
    folder.colours(classes("2007_000033"), 4, 0x070707, 0, 0, 0, 0, 0, 0, 0);
    failure()
        .hasMessage(
            root.resolve(classes("2007_000033"))
                + ": colour #070707 at x=0 y=0 stands for no label, expected that of a category of labels"
                + " 'voc' in "
                + root.resolve("labelmap.txt"));
  }

  @Test
  void passesOverFilesThatAMacLeftAmongTheLists() throws IOException {
    folder.file("ImageSets/Segmentation/._val.txt", new byte[] {0, 5, 22, 7, (byte) 0xff});
    assertThat(reader().splits(spec())).contains("val").doesNotContain("._val");
  }

  @Test
  void tellsOneLabelMapFromAnotherByFingerprint() throws IOException {
    String without = open("val").fingerprint();
    folder.text("labelmap.txt", "cat:1,2,3::", "dog:3,2,1::");
    String with = open("val").fingerprint();
    folder.text("labelmap.txt", "cat:3,2,1::", "dog:1,2,3::");
    assertThat(open("val").fingerprint()).isNotEqualTo(with).isNotEqualTo(without);
  }

  @Test
  void namesTheLineOfALabelMap() throws IOException {
    folder.text("labelmap.txt", "", "cat 1 2 3");
    failure()
        .hasMessage(
            root.resolve("labelmap.txt") + ":2: expected NAME:RED,GREEN,BLUE, found 'cat 1 2 3'");
    folder.text("labelmap.txt", "cat:1,2,3::", "dog:1,2,3::");
    failure().hasMessageContaining(":2: the colour of 'dog:1,2,3::' stands twice");
    folder.text("labelmap.txt", "unicorn:1,2,3::", "cat:1,2,3::");
    failure().hasMessageContaining(":2: the colour of 'cat:1,2,3::' stands twice");
    folder.text("labelmap.txt", "cat:1,2,256::");
    failure().hasMessageContaining(":1: expected NAME:RED,GREEN,BLUE");
  }

  @Test
  void namesAnIdOutsideTheLabelSet() throws IOException {
    folder.ids(classes("2007_000033"), 4, CAT, CAT, VOID, 21, 0, CAT, VOID, PERSON);
    failure().hasMessageContaining("label 21 at x=3 y=0 is not in labels 'voc'");
  }

  @Test
  void leavesObjectsOfStuffOut() {
    LabelSet labels = VocLabels.set();
    LabelSet stuff =
        new LabelSet(
            "stuff",
            labels.categories().stream()
                .map(c -> new Category(c.id(), c.name(), c.id() == CAT, c.colour()))
                .toList(),
            VOID);
    DatasetSpec spec = spec();
    Dataset dataset = reader().open(new DatasetSpec("voc", "val", stuff, spec.options()));
    assertThat(dataset.samples().get(0).groundTruth().instance().orElseThrow().instances())
        .extracting(Instance::category)
        .containsExactly(CAT);
  }
}
