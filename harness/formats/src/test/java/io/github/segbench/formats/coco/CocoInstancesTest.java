package io.github.segbench.formats.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PolygonRasterizer;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CocoInstancesTest {
  @TempDir private Path folder;

  private List<Instance> objects(String annotations) {
    return CocoFixture.read(CocoFixture.instances(folder, annotations), "9");
  }

  private static String annotation(String rest) {
    return "{'id': 0, 'image_id': 9, 'category_id': 90, " + rest + "}";
  }

  private static String counts(String counts) {
    return annotation("'segmentation': {'size': [4, 5], 'counts': " + counts + "}");
  }

  @Test
  void ordersImagesByIdWhereverTheListsStand() {
    String lists =
        "{'annotations': [%s], 'info': {'a': [[], {'b': null}]}, 'categories': %s, 'images': %s}"
            .formatted(counts("[20]"), CocoFixture.CATEGORIES, CocoFixture.IMAGES);
    CocoInstances truth = CocoInstances.read(CocoFixture.write(folder, "gt.json", lists));
    assertThat(truth.images()).containsExactly("2", "9");
    assertThat(truth.tasks()).containsExactly(SegmentationTask.INSTANCE);
    assertThat(truth.imageList())
        .containsExactly(new CocoImage(2, null, 6, 3), new CocoImage(9, "nine.jpg", 5, 4));
    assertThat(CocoFixture.read(truth, "9")).hasSize(1);
    assertThat(CocoFixture.read(truth, "2")).isEmpty();
    assertThat(truth.read("2").orElseThrow().width()).isEqualTo(6);
    assertThat(truth.read("3")).isEmpty();
    assertThat(truth.read("09")).isEmpty();
    assertThat(truth.read("nine")).isEmpty();
  }

  @Test
  void keepsWhatCategoriesSayOfThemselves() {
    String categories =
        "[{'id': 3, 'name': 'a', 'isthing': 0, 'frequency': 'r', 'color': [255, 128, 1]},"
            + " {'id': 65535, 'name': 'b', 'frequency': 'f', 'color': '#0000fF',"
            + " 'supercategory': ''}, {'id': 1, 'name': 'c', 'isthing': true, 'frequency': 'c'}]";
    CocoInstances truth =
        CocoInstances.read(
            CocoFixture.write(
                folder,
                "lvis.json",
                "{'images': [], 'annotations': [], 'categories': " + categories + "}"));
    assertThat(truth.labels().id()).isEqualTo("lvis");
    assertThat(truth.labels().categories())
        .containsExactly(
            // Id 1 has its lowest bit set alone: the highest bit of red.
            new Category(1, "c", true, 0x800000, null, Frequency.COMMON),
            new Category(3, "a", false, 0xFF8001, null, Frequency.RARE),
            new Category(65535, "b", true, 0xFF, null, Frequency.FREQUENT));
    assertThat(CocoFixture.instances(folder, "").labels().byId(90).orElseThrow().group())
        .isEqualTo("indoor");
  }

  @Test
  void keepsTheAreaAndTheBoxOfTheFile() {
    String more = ", 'area': 2.25, 'bbox': [1.5, 0, 1, 2e0], 'iscrowd': 1, 'ignore': 1";
    Instance crowd =
        objects(annotation("'segmentation': {'counts': [4, 8, 8], 'size': [4, 5]}" + more)).get(0);
    Mask mask = Mask.ofCounts(5, 4, new int[] {4, 8, 8});
    assertThat(crowd)
        .isEqualTo(new Instance(90, 1, mask, new BoundingBox(1.5, 0, 1, 2), true, 2.25));
  }

  @Test
  void takesAreaAndBoxFromTheMaskWhereTheFileHasNone() {
    // Eight pixels: columns 1 and 2 of four rows. The last of the ignore fields changes nothing.
    Instance object =
        objects(counts("[4, 8, 8]").replace("}}", "}, 'area': null, 'ignore': 1}")).get(0);
    assertThat(object)
        .isEqualTo(Instance.groundTruth(90, Mask.ofCounts(5, 4, new int[] {4, 8, 8})));
    assertThat(object.crowd()).isFalse();
  }

  @Test
  void decodesEveryWayOfGivingAMask() {
    Mask columns = Mask.ofCounts(5, 4, new int[] {4, 8, 8});
    assertThat(objects(counts("'488'")).get(0).mask()).isEqualTo(columns);
    assertThat(objects(counts("[4.0, 8, 0, 0, 8]")).get(0).mask()).isEqualTo(columns);
    assertThat(objects(annotation("'segmentation': [[1, 0, 3, 0, 3, 4, 1, 4]]")).get(0).mask())
        .isEqualTo(columns);
    // The same in two halves, and with corners that are not whole.
    String halves = "'segmentation': [[1, 0, 2, 0, 2, 4, 1, 4], [2, 0, 3, 0, 3, 4, 2, 4.0]]";
    assertThat(objects(annotation(halves)).get(0).mask()).isEqualTo(columns);
    double[] corners = {0.31, 0.25, 4.125, 1.875, 1.0625, 3.9};
    assertThat(
            objects(annotation("'segmentation': [[0.31,0.25,4.125,1.875,1.0625,3.9]]"))
                .get(0)
                .mask())
        .isEqualTo(PolygonRasterizer.rasterize(5, 4, corners));
  }

  @Test
  void understandsEscapedRunLengths() {
    // 20 background pixels are the digit 20 with more to follow, 48 + 32 + 20 = 'd', and 0: "d0".
    // The code of 'd' is 64 in hexadecimal digits.
    String escaped = "\\" + "u0064";
    assertThat(objects(counts("'" + escaped + "0'")).get(0).mask())
        .isEqualTo(Mask.ofCounts(5, 4, new int[] {20}));
  }

  @Test
  void takesTheBoxOfAnObjectWithoutASegmentation() {
    for (String none : List.of("", "'segmentation': [],", "'segmentation': null,")) {
      CocoInstances truth =
          CocoFixture.instances(folder, annotation(none + "'bbox': [1, 1, 2, 2], 'area': 3"));
      Instance object = CocoFixture.read(truth, "9").get(0);
      // Rows 1 and 2 of columns 1 and 2 of four rows: 4 + 1, 2, 2, 2, then the rest of 20.
      assertThat(object.mask()).isEqualTo(Mask.ofCounts(5, 4, new int[] {5, 2, 2, 2, 9}));
      assertThat(object.area()).isEqualTo(3);
      assertThat(truth.boxesAlone()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheOrderOfAnnotationsWithinAnImage() {
    StringBuilder annotations = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      annotations
          .append(i == 0 ? "" : ", ")
          .append("{'image_id': ")
          .append(i % 3 == 0 ? 2 : 9)
          .append(", 'category_id': 1, 'bbox': [0, 0, 1, 1], 'area': ")
          .append(i)
          .append('}');
    }
    CocoInstances truth = CocoFixture.instances(folder, annotations.toString());
    List<Double> areas = CocoFixture.read(truth, "9").stream().map(Instance::area).toList();
    assertThat(areas).hasSize(66).isSorted().startsWith(1.0, 2.0, 4.0);
    assertThat(truth.size()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'image_id': 7, | image_id is 7, expected an image of the ground truth",
        "'image_id': 'x', | image_id is \"x\", expected a whole number",
        "'image_id': 1e30, | image_id is 1e30, expected a whole number",
        "'category_id': 7, | category_id of image 9 is 7, expected a category of the ground truth",
        "'category_id': 65536, | category_id is 65536, expected 0..65535",
        "'category_id': null, | category_id is null, expected a whole number",
        "'area': NaN, | area is NaN, expected a finite number",
        "'area': -1, | area is -1, expected 0 or more",
        "'area': [], | area is an array, expected a finite number",
        "'iscrowd': 2, | iscrowd is 2, expected 0..1",
        "'iscrowd': '1', | iscrowd is \"1\", expected 0 or 1",
        "'bbox': [1, 2, 3], | bbox has 3 numbers, expected x, y, width and height",
        "'bbox': [1, 2, 3, -4], | a side of bbox is -4, expected 0 or more",
        "'bbox': [1, 2, 3, 1e999], | bbox is 1e999, expected a finite number",
      })
  void namesTheEntryAndTheValueThatIsWrong(String key, String message) {
    String entry = "{'id': 4, " + "'segmentation': [[0, 0, 1, 0, 1, 1]], " + key;
    String rest = entry.contains("image_id") ? "" : "'image_id': 9, ";
    rest += entry.contains("category_id") ? "" : "'category_id': 1, ";
    String annotations = counts("[20]") + ", " + entry + rest + "'x': 0}";
    assertThatThrownBy(() -> CocoFixture.instances(folder, annotations))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(folder.resolve("gt.json") + ": annotations[1]: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'counts': [20]} | key 'segmentation.size' is missing",
        "{'size': [4, 5]} | key 'segmentation.counts' is missing",
        "{'size': [4], 'counts': [20]} | segmentation.size has 1 numbers, expected height and",
        "{'size': [5, 4], 'counts': [20]} | segmentation of image 9 is 4x5, expected 5x4",
        "{'size': [4, 5], 'counts': [-20]} | segmentation.counts is -20, expected 0..2147483647",
        "{'size': [4, 5], 'counts': [4294967316]} | segmentation.counts is 4294967316, expected",
        "{'size': [4, 5], 'counts': 20} | segmentation.counts is 20, expected an array",
        "[[0, 0, 1, 0]] | a polygon has 4 coordinates, expected an even number of 6 or more",
        "[[0, 0, 1, 0, 1, 1, 0]] | a polygon has 7 coordinates, expected an even number of 6",
        "[[0, 0, 1, 0, 1, NaN]] | a coordinate of segmentation is NaN, expected a finite number",
        "[0, 0, 1, 0, 1, 1] | a polygon of segmentation is 0, expected an array",
        "'abc' | segmentation is \"abc\", expected polygons or run lengths",
      })
  void refusesSegmentationsThatSayTooLittleOrTooMuch(String segmentation, String message) {
    String annotations = annotation("'segmentation': " + segmentation);
    assertThatThrownBy(() -> CocoFixture.instances(folder, annotations))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(folder.resolve("gt.json") + ": annotations[0]: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'size': [4, 5], 'counts': [4, 8, 7]} | runs add up to 19 pixels, expected 5x4 = 20",
        "{'size': [4, 5], 'counts': []} | runs add up to 0 pixels, expected 5x4 = 20",
        "{'size': [4, 5], 'counts': [2147483647, 2147483647, 22]} | runs add up to 4294967316",
        "{'size': [4, 5], 'counts': 'd'} | RLE string ends in the middle of a run",
        "{'size': [4, 5], 'counts': 'dü'} | RLE string has a bad character at 1",
        "{'size': [4, 5], 'counts': 'O'} | RLE string has a run of -1 pixels",
        "[[0, 0, 1, 0, 1e7, 1]] | a polygon has the coordinate 1.0E7",
      })
  void namesTheAnnotationWhoseMaskIsDamaged(String segmentation, String message) {
    CocoInstances truth =
        CocoFixture.instances(
            folder, counts("[20]") + "," + annotation("'segmentation': " + segmentation));
    assertThatThrownBy(() -> truth.read("9"))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(
            folder.resolve("gt.json") + ": annotations[1]: segmentation of image 9: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{'id': 1, 'width': 1, 'height': 1}, {'id': 1, 'width': 1, 'height': 1}]"
            + " | images: id 1 stands twice, expected each once",
        "[{'width': 1, 'height': 1}] | images[0]: key 'id' is missing",
        "[{'id': 1, 'width': 1}] | images[0]: key 'height' is missing",
        "[{'id': 1, 'width': 0, 'height': 1}] | images[0]: width is 0, expected 1..2147483647",
        "[{'id': 1, 'width': 65536, 'height': 32768}] | images[0]: image 1 is 65536x32768,",
        "[{'id': 'a', 'width': 1, 'height': 1}] | images[0]: id is \"a\", expected a whole number",
        "[{'id': 99999999999999999999, 'width': 1}] | Numeric value (99999999999999999999) out",
        "[7] | images[0]: an entry is 7, expected an object",
        "{} | images is an object, expected an array",
      })
  void refusesImagesThatAreNotOneEach(String images, String message) {
    Path file =
        CocoFixture.write(
            folder,
            "gt.json",
            "{'images': %s, 'annotations': [], 'categories': %s}"
                .formatted(images, CocoFixture.CATEGORIES));
    assertThatThrownBy(() -> CocoInstances.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[] | categories: label set gt has no categories",
        "[{'id': 1, 'name': 'a'}, {'id': 1, 'name': 'b'}] | categories: label set gt: id 1 stands",
        "[{'id': 1, 'name': 'a'}, {'id': 2, 'name': 'a'}] | categories: label set gt: name 'a' st",
        "[{'id': 70000, 'name': 'a'}] | categories[0]: id is 70000, expected 0..65535",
        "[{'id': 1}] | categories[0]: key 'name' is missing",
        "[{'name': 'a'}] | categories[0]: key 'id' is missing",
        "[{'id': 1, 'name': ' '}] | categories[0]: name is \" \", expected a text",
        "[{'id': 1, 'name': 'a', 'frequency': 'x'}] | categories[0]: frequency is \"x\", expected",
        "[{'id': 1, 'name': 'a', 'color': [1, 2]}] | categories[0]: color has 2 numbers, expected",
        "[{'id': 1, 'name': 'a', 'color': [1, 2, 256]}] | categories[0]: color is 256, expected",
        "[{'id': 1, 'name': 'a', 'color': 'red'}] | categories[0]: color is \"red\", expected",
      })
  void refusesCategoriesThatCannotBeToldApart(String categories, String message) {
    Path file =
        CocoFixture.write(
            folder,
            "gt.json",
            "{'images': [], 'annotations': [], 'categories': " + categories + "}");
    assertThatThrownBy(() -> CocoInstances.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | empty file, expected JSON",
        "[] | the file is an array, expected ground truth: an object with images, annotations",
        "{} | key 'categories' is missing",
        "{'images': [], 'categories': [{'id': 1, 'name': 'a'}]} | key 'annotations' is missing",
        "{'annotations': [], 'categories': [{'id': 1, 'name': 'a'}]} | key 'images' is missing",
        "{'images': [], 'images': []} | key 'images' stands twice, expected once",
        "{'images': [] | the JSON is cut off (line 1, column 14)",
        "{'images': [}  | Unexpected close marker '}'",
        "{} {} | the file goes on after its end, expected nothing more (line 1, column 4)",
      })
  void refusesFilesThatAreNotWhole(String json, String message) {
    Path file = CocoFixture.write(folder, "gt.json", json);
    assertThatThrownBy(() -> CocoInstances.read(file))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @Test
  void namesTheFileThatIsNotThere() {
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> CocoInstances.read(missing))
        .isInstanceOf(FormatException.class)
        .hasMessage(missing + ": no such file");
    assertThatThrownBy(() -> CocoInstances.read(folder))
        .isInstanceOf(FormatException.class)
        .hasMessage(folder + ": is a folder, expected a JSON file");
  }
}
