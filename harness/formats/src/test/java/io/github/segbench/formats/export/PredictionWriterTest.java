package io.github.segbench.formats.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.PredictionWriter;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.cityscapes.CityscapesInstanceResults;
import io.github.segbench.formats.cityscapes.CityscapesLabels;
import io.github.segbench.formats.cityscapes.CityscapesPredictions;
import io.github.segbench.formats.labels.LabelFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PredictionWriterTest {
  private static final String IMAGE = "ulm_000001_000019";
  private static final LabelSet LABELS = CityscapesLabels.evaluated();

  @TempDir private Path root;

  /** Every format, how it is written and how it is read. */
  enum Format {
    GREY_PNG(LabelFolderWriter::greyPng, LabelFolder::open),
    PALETTE_PNG(folder -> LabelFolderWriter.palettePng(folder, LABELS), LabelFolder::open),
    NPY(LabelFolderWriter::npy, LabelFolder::open),
    CITYSCAPES(folder -> LabelFolderWriter.cityscapes(folder, LABELS), CityscapesPredictions::open),
    CITYSCAPES_INSTANCES(
        folder -> new CityscapesInstanceWriter(folder, LABELS), CityscapesInstanceResults::open);

    private final Function<Path, PredictionWriter> writer;
    private final Function<Path, StoredSegmentations> reader;

    Format(Function<Path, PredictionWriter> writer, Function<Path, StoredSegmentations> reader) {
      this.writer = writer;
      this.reader = reader;
    }
  }

  private static LabelMap labels(Random random, int width, int height) {
    short[] ids = new short[width * height];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (short) LABELS.categories().get(random.nextInt(LABELS.size())).id();
    }
    return new LabelMap(width, height, ids);
  }

  private static Segmentations prediction(Random random) {
    int width = 1 + random.nextInt(20);
    int height = 1 + random.nextInt(20);
    List<Instance> instances = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      boolean[] bitmap = new boolean[width * height];
      bitmap[random.nextInt(bitmap.length)] = true;
      bitmap[random.nextInt(bitmap.length)] = true;
      Category category = LABELS.things().get(random.nextInt(LABELS.things().size()));
      Mask mask = Mask.ofBitmap(width, height, bitmap);
      instances.add(Instance.detection(category.id(), random.nextDouble() / 1000, mask));
    }
    return Segmentations.of(
        new SemanticSegmentation(labels(random, width, height)),
        new InstanceSegmentation(width, height, instances));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void readsBackWhatItWrote(Format format) {
    Random random = new Random(4);
    Path folder = root.resolve("new/folder");
    List<Segmentations> written = new ArrayList<>();
    try (PredictionWriter writer = format.writer.apply(folder)) {
      for (int i = 0; i < 30; i++) {
        written.add(prediction(random));
        writer.write("ulm_000001_0000" + (10 + i), written.get(i));
      }
      writer.finish();
    }
    StoredSegmentations stored = format.reader.apply(folder);
    assertThat(stored.images()).hasSize(30);
    for (int i = 0; i < 30; i++) {
      Segmentations found = stored.read(stored.images().get(i)).orElseThrow();
      for (var task : found.tasks()) {
        Segmentation expected = written.get(i).of(task).orElseThrow();
        assertThat(found.of(task)).contains(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void refusesToWriteOverAnImage(Format format) {
    Segmentations prediction = prediction(new Random(1));
    try (PredictionWriter writer = format.writer.apply(root)) {
      writer.write(IMAGE, prediction);
      assertThatThrownBy(() -> writer.write(IMAGE, prediction))
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(root.resolve(IMAGE).toString())
          .hasMessageEndingWith(
              ": is there already, expected each image once and a folder without its files");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../up", "a/b", "a\\b", ".hidden", "a\nb", "a\0b", ".."})
  void refusesIdsThatLeaveTheFolderOrCannotBeNames(String image) {
    Segmentations prediction = prediction(new Random(1));
    for (Format format : Format.values()) {
      try (PredictionWriter writer = format.writer.apply(root.resolve("x"))) {
        assertThatThrownBy(() -> writer.write(image, prediction))
            .isInstanceOf(FormatException.class)
            .hasMessageContaining("cannot be the name of a file");
      }
    }
  }

  @Test
  void refusesPredictionsThatLackTheTask() {
    LabelMap map = labels(new Random(1), 2, 2);
    Segmentations semantic = Segmentations.of(new SemanticSegmentation(map));
    Segmentations instances = Segmentations.of(new InstanceSegmentation(2, 2, List.of()));
    assertThatThrownBy(() -> LabelFolderWriter.npy(root).write("a", instances))
        .isInstanceOf(FormatException.class)
        .hasMessage("image 'a': no semantic segmentation to write as labels");
    assertThatThrownBy(() -> new CityscapesInstanceWriter(root, LABELS).write("a", semantic))
        .isInstanceOf(FormatException.class)
        .hasMessage("image 'a': no instance segmentation to write as instances");
  }

  @Test
  void writesCityscapesIdsByNameWhateverTheIdsOfTheLabels() {
    // Train ids 0 road, 13 car, 18 bicycle are label ids 7, 26, 33; 255 and 300 are unlabeled.
    LabelMap map = new LabelMap(5, 1, new short[] {0, 13, 18, 255, 300});
    LabelFolderWriter.cityscapes(root, CityscapesLabels.trainIds())
        .write(IMAGE, Segmentations.of(new SemanticSegmentation(map)));
    Path file = root.resolve(IMAGE + "_pred_labelIds.png");
    assertThat(file).isRegularFile();
    LabelMap written =
        CityscapesPredictions.open(root)
            .read(IMAGE)
            .orElseThrow()
            .semantic()
            .orElseThrow()
            .labels();
    assertThat(written.labels()).containsExactly(7, 26, 33, 0, 0);
  }

  @Test
  void writesInstanceListsAsTheServerWantsThem() throws IOException {
    Mask mask = Mask.ofCounts(2, 1, new int[] {1, 1});
    InstanceSegmentation instances =
        new InstanceSegmentation(
            2, 1, List.of(Instance.detection(13, 0.75, mask), Instance.detection(11, 1e-7, mask)));
    new CityscapesInstanceWriter(root, CityscapesLabels.trainIds())
        .write(IMAGE, Segmentations.of(instances));
    assertThat(root.resolve(IMAGE + "_pred.txt"))
        .hasContent(IMAGE + "_pred_0.png 26 0.75\n" + IMAGE + "_pred_1.png 24 1.0E-7\n");
    BufferedImage png = ImageIO.read(root.resolve(IMAGE + "_pred_1.png").toFile());
    assertThat(png.getRaster().getSample(0, 0, 0)).isZero();
    assertThat(png.getRaster().getSample(1, 0, 0)).isEqualTo(255);
  }

  @Test
  void refusesInstancesThatCityscapesDoesNotKnow() {
    LabelSet labels =
        new LabelSet(
            "mine",
            List.of(new Category(1, "car", true, 0), new Category(2, "boat", true, 1)),
            LabelSet.NO_IGNORE);
    Mask mask = Mask.ofCounts(2, 1, new int[] {1, 1});
    Segmentations boat =
        Segmentations.of(new InstanceSegmentation(2, 1, List.of(Instance.detection(2, 0.5, mask))));
    assertThatThrownBy(() -> new CityscapesInstanceWriter(root, labels).write(IMAGE, boat))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "image '" + IMAGE + "': an instance of category 2, which is no label of Cityscapes");
    assertThatThrownBy(() -> new CityscapesInstanceWriter(root, labels).write("a b", boat))
        .hasMessage("image 'a b': its id has a space, which the lists of masks cannot hold");
    LabelSet foreign =
        new LabelSet("foreign", List.of(new Category(1, "boat", true, 0)), LabelSet.NO_IGNORE);
    assertThatThrownBy(() -> LabelFolderWriter.cityscapes(root, foreign))
        .isInstanceOf(FormatException.class)
        .hasMessage("labels foreign: no category has a name of Cityscapes, such as road");
  }

  @Test
  void showsPaletteIndicesInTheColoursOfTheSetAndElseOfVoc() throws IOException {
    LabelSet labels =
        new LabelSet("mine", List.of(new Category(1, "car", true, 0x123456)), LabelSet.NO_IGNORE);
    LabelMap map = new LabelMap(4, 1, new short[] {1, 0, 2, 255});
    LabelFolderWriter.palettePng(root, labels)
        .write("a", Segmentations.of(new SemanticSegmentation(map)));
    BufferedImage png = ImageIO.read(root.resolve("a.png").toFile());
    assertThat(png.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0x123456);
    assertThat(png.getRGB(1, 0) & 0xFFFFFF).isZero();
    // VOC: 2 is (0, 128, 0), 255 is (224, 224, 192).
    assertThat(png.getRGB(2, 0) & 0xFFFFFF).isEqualTo(0x008000);
    assertThat(png.getRGB(3, 0) & 0xFFFFFF).isEqualTo(0xE0E0C0);
    LabelMap wide = new LabelMap(1, 2, new short[] {1, 256});
    assertThatThrownBy(
            () ->
                LabelFolderWriter.palettePng(root, labels)
                    .write("b", Segmentations.of(new SemanticSegmentation(wide))))
        .isInstanceOf(FormatException.class)
        .hasMessage("image 'b': label 256 at x=0 y=1, expected at most 255 in a palette PNG");
  }

  @Test
  void namesTheFolderThatCannotBeMade() throws IOException {
    Path file = Files.write(root.resolve("file"), new byte[0]);
    assertThatThrownBy(() -> LabelFolderWriter.greyPng(file.resolve("below")))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file.resolve("below") + ": cannot be made (");
  }
}
