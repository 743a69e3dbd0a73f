package io.github.segbench.datasets.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.datasets.files.Folder;
import io.github.segbench.datasets.matlab.MatFiles;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.types.MatlabType;

/** Images of 3 x 2 pixels, with the same labels in each of the three forms. */
final class ContextReaderTest {
  /** Of the 459: aeroplane, bag, building, sky, table. */
  private static final List<Integer> RAW = List.of(2, 9, 44, 360, 397);

  /** Written by scipy.io.savemat, compressed: LabelMap [2 459 0; 9 415 324], uint16. */
  private static final String BY_SCIPY =
      "TUFUTEFCIDUuMCBNQVQtZmlsZSBQbGF0Zm9ybTogcG9zaXgsIENyZWF0ZWQgb246IFNhdCBOb3Yg"
          + "MjggMjE6MjU6NTggMjAyNgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAABSU0PAAAAOgAAAHic42NgYPAAYjYg5gBibgYIYIXymYCYGYgZoXyfxKTUHN/E"
          + "AhYgmwcsz8lwmnE+UNoFpIQBAI3CBVU=";

  @TempDir private Path root;
  private Folder folder;

  @BeforeEach
  void write() throws IOException {
    folder = new Folder(root);
    folder
        .text("ImageSets/SegmentationContext/train.txt", "2008_000003")
        .text("ImageSets/SegmentationContext/val.txt", "2008_000002")
        .text("ImageSets/Main/train.txt", "2008_000003")
        .text("ImageSets/Main/val.txt", "2008_000002")
        .text("ImageSets/Main/bird_val.txt", "2008_000002 -1");
    for (String id : List.of("2008_000002", "2008_000003")) {
      folder
          .image("JPEGImages/" + id + ".jpg", 3, 2)
          .ids("SegmentationClassContext/" + id + ".png", 3, 1, 1, 0, 4, 5, 5)
          .file("trainval/" + id + ".mat", labelMap(2, 2, 1, 360, 397, 397));
    }
    folder.text("trainval_merged.json", json());
  }

  private static byte[] labelMap(double... ids) throws IOException {
    return MatFiles.bytes("LabelMap", MatFiles.matrix(MatlabType.UInt16, 3, ids));
  }

  private static String json() {
    List<String> annotations = new ArrayList<>();
    for (long image : List.of(2008000002L, 2008000003L)) {
      // Pixels in the order of the columns: 2 360, 2 397, - 397.
      annotations.add(annotation(image, 2, 0, 1, 1, 1, 3));
      annotations.add(annotation(image, 360, 1, 1, 4));
      annotations.add(annotation(image, 397, 3, 1, 1, 1));
    }
    return """
        {"images": [
          {"image_id": 2008000003, "file_name": "2008_000003.jpg", "phase": "train",
           "width": 3, "height": 2},
          {"image_id": 2008000002, "file_name": "2008_000002.jpg", "phase": "val",
           "width": 3, "height": 2}],
         "annos_segmentation": [\
        """
        + String.join(",", annotations)
        + "]}";
  }

  private static String annotation(long image, int category, int... counts) {
    return "{\"image_id\": "
        + image
        + ", \"category_id\": "
        + category
        + ", \"segmentation\": {\"size\": [2, 3], \"counts\": \""
        + CocoRle.encode(Mask.ofCounts(3, 2, counts)).replace("\\", "\\\\")
        + "\"}}";
  }

  /** Five of the 59 classes, with 0 as ignore. */
  private static LabelSet five() {
    List<Category> categories = new ArrayList<>();
    for (int i = 0; i < RAW.size(); i++) {
      String name = ContextLabels.names().get(RAW.get(i) - 1);
      categories.add(new Category(i + 1, name, false, i));
    }
    return new LabelSet("five", categories, 0);
  }

  private DatasetSpec spec(String annotations, LabelSet labels, Map<String, String> options) {
    Map<String, Object> all = new HashMap<>(options);
    all.put("root", root.toString());
    all.put("annotations", annotations);
    return new DatasetSpec(
        "context", "val", labels, new Options(new ContextReader().options(), all));
  }

  private Dataset open(String annotations) {
    return new ContextReader().open(spec(annotations, five(), Map.of()));
  }

  private static LabelMap labels(Dataset dataset) {
    return dataset.samples().get(0).groundTruth().semantic().orElseThrow().labels();
  }

  private abstract class Form extends DatasetReaderContract {
    private final String annotations;

    Form(String annotations) {
      this.annotations = annotations;
    }

    @Override
    protected DatasetReader reader() {
      return new ContextReader();
    }

    @Override
    protected DatasetSpec spec() {
      return ContextReaderTest.this.spec(annotations, five(), Map.of());
    }

    @Test
    void readsTheSameLabels() {
      assertThat(labels(open(annotations))).isEqualTo(Folder.map(3, 1, 1, 0, 4, 5, 5));
    }

    @Test
    void takesTheImagesOfTheSplitAlone() {
      assertThat(open(annotations).samples()).extracting(Sample::id).containsExactly("2008_000002");
    }
  }

  @Nested
  final class Json extends Form {
    Json() {
      super("json");
    }
  }

  @Nested
  final class Png extends Form {
    Png() {
      super("png");
    }
  }

  @Nested
  final class Mat extends Form {
    Mat() {
      super("mat");
    }
  }

  @Test
  void offersBothPhasesOfAJsonFileTogether() {
    ContextReader reader = new ContextReader();
    DatasetSpec val = spec("json", five(), Map.of());
    assertThat(reader.splits(val)).containsExactly("train", "trainval", "val");
    DatasetSpec both = new DatasetSpec("context", "trainval", five(), val.options());
    assertThat(reader.open(both).samples())
        .extracting(Sample::id)
        .containsExactly("2008_000002", "2008_000003");
  }

  @Test
  void tellsLabelSetsApartByFingerprint() {
    LabelSet four = new LabelSet("four", five().categories().subList(0, 4), 0);
    for (String form : List.of("json", "mat")) {
      assertThat(new ContextReader().open(spec(form, four, Map.of())).fingerprint())
          .isNotEqualTo(open(form).fingerprint());
    }
  }

  @Test
  void offersNoListOfAClassAsASplit() {
    assertThat(new ContextReader().splits(spec("mat", five(), Map.of())))
        .containsExactly("train", "val");
  }

  @Test
  void readsWhatScipyWrote() throws IOException {
    folder.file("trainval/2008_000002.mat", Base64.getDecoder().decode(BY_SCIPY));
    // 459, 415 and 324 are wool, track and road: not among the five.
    assertThat(labels(open("mat"))).isEqualTo(Folder.map(3, 1, 0, 0, 2, 0, 0));
  }

  @Test
  void countsTheRestAsBackgroundWhereThatIsAClass() {
    List<Category> categories = new ArrayList<>(five().categories());
    categories.add(new Category(0, "background", false, 0));
    LabelSet six = new LabelSet("six", categories, LabelSet.NO_IGNORE);
    Dataset dataset = new ContextReader().open(spec("mat", six, Map.of()));
    assertThat(labels(dataset)).isEqualTo(Folder.map(3, 1, 1, 0, 4, 5, 5));
    assertThat(dataset.labels().indexOf(0)).isZero();
  }

  @Test
  void refusesLabelsThatAreNotOfPascalContext() {
    LabelSet foreign = new LabelSet("foreign", List.of(new Category(1, "unicorn", false, 0)), 0);
    assertThatThrownBy(() -> new ContextReader().open(spec("mat", foreign, Map.of())))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "labels 'foreign': PASCAL Context has no class 'unicorn', expected names of its 459"
                + " classes");
    LabelSet other = new LabelSet("other", five().categories(), 255);
    assertThatThrownBy(() -> new ContextReader().open(spec("json", other, Map.of())))
        .hasMessage("labels 'other': id 0 is no category, expected background or ignore");
  }

  @Test
  void namesTheFileThatIsWrong() throws IOException {
    Path mat = root.resolve("trainval/2008_000002.mat");
    folder.file("trainval/2008_000002.mat", labelMap(2, 2, 1, 460, 397, 397));
    assertThatThrownBy(() -> labels(open("mat")))
        .isInstanceOf(DatasetException.class)
        .hasMessage(mat + ": label 460 at x=0 y=1, expected one of 0..459");
    folder.ids("SegmentationClassContext/2008_000002.png", 3, 1, 1, 255, 4, 5, 5);
    assertThatThrownBy(() -> labels(open("png")))
        .hasMessageContaining("2008_000002.png: label 255 at x=2 y=0 is not in labels 'five'");
    folder.text("trainval_merged.json", "{");
    assertThatThrownBy(() -> open("json"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("trainval_merged.json: the JSON is cut off");
    Files.delete(root.resolve("trainval_merged.json"));
    assertThatThrownBy(() -> open("json"))
        .hasMessage(root.resolve("trainval_merged.json") + ": no such file");
  }

  @Test
  void namesTheImageThatIsMissing() throws IOException {
    Files.delete(root.resolve("JPEGImages/2008_000002.jpg"));
    for (String form : List.of("json", "png", "mat")) {
      assertThatThrownBy(() -> open(form))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining(
              "no image " + root.resolve("JPEGImages/2008_000002.jpg") + " for an ");
    }
  }

  @Test
  void findsLabelsAndListsElsewhere() throws IOException {
    folder.text("lists/val.txt", "2008_000003").ids("png59/2008_000003.png", 3, 5, 5, 5, 5, 5, 5);
    Map<String, String> options = Map.of("labels", "png59", "lists", "lists");
    assertThat(labels(new ContextReader().open(spec("png", five(), options))).at(2, 1))
        .isEqualTo(5);
  }
}
