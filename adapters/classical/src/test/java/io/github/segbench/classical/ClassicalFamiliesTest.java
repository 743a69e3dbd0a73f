package io.github.segbench.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClassicalFamiliesTest {
  private static final int WIDTH = 60;
  private static final int HEIGHT = 40;

  private static Stream<ModelFamily> families() {
    return ServiceLoader.load(ModelFamily.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(ClassicalFamily.class::isInstance);
  }

  @Test
  void areAllFoundByTheServiceLoader() {
    assertThat(families())
        .extracting(ModelFamily::id)
        .containsExactlyInAnyOrder(
            "otsu", "k-means", "watershed", "region-growing", "graph-cut", "slic");
  }

  @ParameterizedTest
  @MethodSource("families")
  void numberTheSegmentsOfNoiseFromZeroWithoutGapsTheSameEveryTime(ModelFamily family) {
    for (int[] size : new int[][] {{37, 23}, {64, 129}}) {
      RgbImage image = noise(size[0], size[1]);
      LabelMap first = segments(family, Map.of(), image);
      Set<Integer> numbers = new HashSet<>();
      for (short label : first.labels()) {
        numbers.add(label & LabelSet.MAX_ID);
      }

      assertThat(first.width()).isEqualTo(size[0]);
      assertThat(first.height()).isEqualTo(size[1]);
      assertThat(numbers).hasSizeBetween(1, size[0] * size[1]);
      if (!family.id().equals("slic")) {
        assertThat(numbers).allMatch(number -> number < numbers.size());
      }
      assertThat(segments(family, Map.of(), image).labels()).isEqualTo(first.labels());
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void takeTheSmallestImages(ModelFamily family) {
    for (int side = 1; side <= 20; side++) {
      assertThat(segments(family, Map.of(), noise(side, 1)).width()).isEqualTo(side);
      assertThat(segments(family, Map.of(), noise(2, side)).height()).isEqualTo(side);
      assertThat(segments(family, Map.of(), noise(side, side)).height()).isEqualTo(side);
      assertThat(segments(family, Map.of(), noise(40, side)).height()).isEqualTo(side);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void tellAWrongInputAndAClosedSession(ModelFamily family) {
    ModelAdapter adapter = family.adapterFor(spec(family, Map.of()));
    InferenceSession session = adapter.ownSession();
    assertThatThrownBy(() -> session.run(Map.of()))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("'image'");
    session.close();
    session.close();
    assertThatThrownBy(() -> session.run(Map.of())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> adapter.postprocess(Map.of(), List.of(geometry(adapter))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("'segments' is missing");
  }

  @Test
  void otsuDividesDarkFromBright() {
    // Grey levels 40 and 50 on the left, 200 on the right.
    RgbImage image = image((x, y) -> x >= 25 ? 0xC8C8C8 : y % 2 == 0 ? 0x282828 : 0x323232);

    assertLabels(new OtsuFamily(), Map.of(), image, (x, y) -> x >= 25 ? 1 : 0);
  }

  @Test
  void kMeansFindsEvenColours() {
    RgbImage image = stripes();

    LabelMap segments =
        segments(new KMeansFamily(), Map.of("clusters", 3L, "positionWeight", 0.0), image);

    assertSamePartition(segments, (x, y) -> x / 20);
  }

  @Test
  void kMeansTellsEqualColoursApartByTheirPlace() {
    RgbImage image = image((x, y) -> 0x808080);

    LabelMap segments =
        segments(new KMeansFamily(), Map.of("clusters", 2L, "positionWeight", 100.0), image);

    // The longer side is divided in the middle.
    assertThat(segments.at(0, 0)).isEqualTo(segments.at(0, HEIGHT - 1));
    assertThat(segments.at(0, 0)).isNotEqualTo(segments.at(WIDTH - 1, 0));
  }

  @Test
  void regionGrowingKeepsEvenRegionsApart() {
    assertSamePartition(segments(new RegionGrowingFamily(), Map.of(), stripes()), (x, y) -> x / 20);
  }

  @Test
  void regionGrowingGivesSpecksToTheirSurroundings() {
    // A speck of 4 x 4 = 16 pixels is smaller than the least region of 20.
    RgbImage image = image((x, y) -> x / 4 == 3 && y / 4 == 3 ? 0xFFFFFF : 0x404040);

    assertSamePartition(segments(new RegionGrowingFamily(), Map.of(), image), (x, y) -> 0);
    assertSamePartition(
        segments(new RegionGrowingFamily(), Map.of("minArea", 16L), image),
        (x, y) -> x / 4 == 3 && y / 4 == 3 ? 1 : 0);
  }

  @Test
  void watershedMeetsAtTheEdges() {
    LabelMap segments = segments(new WatershedFamily(), Map.of("smoothing", 0.0), stripes());

    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        // The lines between basins are two pixels wide at most.
        if (x % 20 >= 2 && x % 20 < 18) {
          assertThat(segments.at(x, y))
              .as("%d, %d", x, y)
              .isEqualTo(segments.at(x / 20 * 20 + 9, 20));
        }
      }
    }
    assertThat(Set.of(segments.at(9, 20), segments.at(29, 20), segments.at(49, 20))).hasSize(3);
  }

  @Test
  void graphCutFindsTheObjectInTheMiddle() {
    RgbImage image = image((x, y) -> inside(x, y) ? 0xE02020 : 0x2020C0 + (x * 7 + y * 3) % 9);

    assertLabels(new GraphCutFamily(), Map.of(), image, (x, y) -> inside(x, y) ? 1 : 0);
  }

  @Test
  void superpixelsKeepToEdges() {
    LabelMap segments = segments(new SlicFamily(), Map.of("regionSize", 8L), stripes());

    Map<Integer, Set<Integer>> stripesOf = new HashMap<>();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        stripesOf.computeIfAbsent(segments.at(x, y), n -> new HashSet<>()).add(x / 20);
      }
    }
    // 60 x 40 pixels hold 37.5 squares of side 8.
    assertThat(stripesOf).hasSizeBetween(20, 60);
    assertThat(stripesOf.values()).allMatch(stripes -> stripes.size() == 1);
  }

  private static boolean inside(int x, int y) {
    return x >= 20 && x < 40 && y >= 12 && y < 28;
  }

  private static RgbImage stripes() {
    int[] colours = {0x301010, 0x20C020, 0xF0F0F0};
    return image((x, y) -> colours[x / 20]);
  }

  private static void assertLabels(
      ModelFamily family, Map<String, Object> options, RgbImage image, Pixels expected) {
    LabelMap segments = segments(family, options, image);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(segments.at(x, y)).as("%d, %d", x, y).isEqualTo(expected.at(x, y));
      }
    }
  }

  /** The numbers of segments may be others. */
  private static void assertSamePartition(LabelMap segments, Pixels expected) {
    Map<Integer, Integer> partOf = new HashMap<>();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int part = expected.at(x, y);
        assertThat(segments.at(x, y))
            .as("%d, %d", x, y)
            .isEqualTo(
                partOf.computeIfAbsent(
                    part, p -> segments.at(partX(p, expected), partY(p, expected))));
      }
    }
    assertThat(partOf.values()).doesNotHaveDuplicates();
  }

  private static int partX(int part, Pixels expected) {
    return first(part, expected) % WIDTH;
  }

  private static int partY(int part, Pixels expected) {
    return first(part, expected) / WIDTH;
  }

  private static int first(int part, Pixels expected) {
    int i = 0;
    while (expected.at(i % WIDTH, i / WIDTH) != part) {
      i++;
    }
    return i;
  }

  private static LabelMap segments(
      ModelFamily family, Map<String, Object> options, RgbImage image) {
    ModelAdapter adapter = family.adapterFor(spec(family, options));
    try (InferenceSession session = adapter.ownSession();
        ModelInput input = adapter.preprocess(List.of(image));
        InferenceOutputs outputs = session.run(input.tensors())) {
      return adapter
          .postprocess(outputs.tensors(), input.geometries())
          .get(0)
          .semantic()
          .orElseThrow()
          .labels();
    }
  }

  private static io.github.segbench.api.model.ImageGeometry geometry(ModelAdapter adapter) {
    try (ModelInput input = adapter.preprocess(List.of(noise(3, 2)))) {
      return input.geometries().get(0);
    }
  }

  private static ModelSpec spec(ModelFamily family, Map<String, Object> options) {
    return new ModelSpec(
        "m",
        "M",
        family.id(),
        new LabelSet("one", List.of(new Category(0, "segment", false, 0)), LabelSet.NO_IGNORE),
        List.of(),
        new Preprocessing(
            "image",
            Resize.none(),
            1,
            0,
            Preprocessing.ChannelOrder.RGB,
            Preprocessing.Layout.NHWC,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            1),
        new Options(family.options(), options));
  }

  private static RgbImage noise(int width, int height) {
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    new Random(3).nextBytes(pixels);
    return new RgbImage(width, height, pixels);
  }

  private static RgbImage image(Pixels colours) {
    byte[] pixels = new byte[WIDTH * HEIGHT * RgbImage.CHANNELS];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int colour = colours.at(i % WIDTH, i / WIDTH);
      pixels[3 * i] = (byte) (colour >> 16);
      pixels[3 * i + 1] = (byte) (colour >> 8);
      pixels[3 * i + 2] = (byte) colour;
    }
    return new RgbImage(WIDTH, HEIGHT, pixels);
  }

  private interface Pixels {
    int at(int x, int y);
  }
}
