package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelMappingTest {
  private static final LabelSet MODEL =
      labels("model", Map.of(), "0 car thing", "1 sky", "2 boat thing");
  private static final LabelSet DATASET = labels("dataset", Map.of(), "7 sky", "9 car thing");
  private static final LabelSet WIDE =
      labels("wide", Map.of(), "1 sky", "2 car thing", "3 tree", "4 bus thing");

  private final LabelMapping mapping = mapping(MODEL, DATASET);
  private final LabelMapping partial = mapping(MODEL, WIDE);

  @Test
  void translatesLabelsByNameAndTurnsForeignOnesIntoVoid() {
    assertThat(ids(mapping.apply(semantic(0, 1, 2)))).containsExactly(9, 7, 255);
  }

  @Test
  void dropsInstancesOfForeignCategories() {
    Segmentations mapped = mapping.apply(Segmentations.of(instances(0, 2)));
    assertThat(mapped.instance().orElseThrow().instances())
        .extracting(Instance::category)
        .containsExactly(9);
  }

  @Test
  void turnsForeignSegmentsIntoVoid() {
    Segmentations mapped = mapping.apply(panoptic("5 5 6 7 6 5", "5 2", "6 1", "7 0"));
    PanopticSegmentation panoptic = mapped.panoptic().orElseThrow();
    assertThat(panoptic.segmentIds()).containsExactly(0, 0, 6, 7, 6, 0);
    assertThat(panoptic.segments())
        .containsExactly(new Segment(6, 7, false), new Segment(7, 9, false));
  }

  @Test
  void keepsEverySegmentationOfAnImage() {
    Segmentations all =
        Segmentations.of(
            new SemanticSegmentation(new LabelMap(1, 1, new short[] {0})),
            instances(0),
            new PanopticSegmentation(1, 1, new int[] {1}, List.of(new Segment(1, 0, false))));

    assertThat(mapping.apply(all).tasks()).containsExactly(SegmentationTask.values());
  }

  @Test
  void doesNotTouchWhatNeedsNoTranslation() {
    Segmentations prediction = semantic(7);
    LabelMapping same = mapping(DATASET, DATASET);

    assertThat(same.apply(prediction)).isSameAs(prediction);
    assertThat(same.restrict(prediction)).isSameAs(prediction);
    assertThat(same.shared()).isSameAs(DATASET);
    assertThat(same.leftOut()).isEmpty();
  }

  @Test
  void thingThatIsStuffInTheDataSetIsTranslatedThoughItsIdIsTheSame() {
    LabelMapping mapped =
        mapping(labels("m", Map.of(), "1 car thing"), labels("d", Map.of(), "1 car"));

    assertThat(mapped.apply(Segmentations.of(instances(1))).instance().orElseThrow().instances())
        .isEmpty();
    PanopticSegmentation joined =
        mapped.apply(panoptic("5 5 6 0 6 5", "5 1", "6 1")).panoptic().orElseThrow();
    assertThat(joined.segmentIds()).containsExactly(5, 5, 5, 0, 5, 5);
    assertThat(joined.segments()).containsExactly(new Segment(5, 1, false));
  }

  @Test
  void modelAndDataSetWithoutACommonCategoryHaveNoMapping() {
    assertThat(LabelMapping.between(labels("a", Map.of(), "0 cow"), DATASET)).isEmpty();
  }

  @Test
  void categoriesThatTheModelLacksAreLeftOutOfTheLabels() {
    assertThat(partial.leftOut()).extracting(Category::name).containsExactly("tree", "bus");
    assertThat(partial.shared())
        .isEqualTo(labels("wide", Map.of(), "1 sky", "2 car thing"))
        .isNotEqualTo(WIDE);
  }

  @Test
  void groundTruthThatTheModelLacksIsVoid() {
    Segmentations truth = semantic(1, 2, 3, 4, 255, 99);
    assertThat(ids(partial.restrict(truth))).containsExactly(1, 2, 255, 255, 255, 255);

    assertThat(
            partial
                .restrict(Segmentations.of(instances(4, 2)))
                .instance()
                .orElseThrow()
                .instances())
        .extracting(Instance::category)
        .containsExactly(2);

    Segmentations panoptic = partial.restrict(panoptic("1 2 3 3 0", "1 4", "2 1", "3 3"));
    assertThat(panoptic.panoptic().orElseThrow().segmentIds()).containsExactly(0, 2, 0, 0, 0);
    assertThat(panoptic.panoptic().orElseThrow().segments())
        .containsExactly(new Segment(2, 1, false));
  }

  @Test
  void leftOutPixelsAreVoidAlsoWhereTheDataSetHasNoIgnoreId() {
    LabelSet dense =
        new LabelSet(
            "dense",
            List.of(new Category(0, "sky", false, 0), new Category(65535, "tree", false, 0)),
            LabelSet.NO_IGNORE);
    LabelMapping mapped = mapping(MODEL, dense);

    assertThat(mapped.shared().ignoreId()).hasValue(65534);
    assertThat(ids(mapped.restrict(semantic(0, 65535)))).containsExactly(0, 65534);
    assertThat(ids(mapped.apply(semantic(1, 2)))).containsExactly(0, 65534);
  }

  @Test
  void mappingOfTheModelJoinsCategoriesAndDropsOthers() {
    LabelSet fine =
        labels(
            "fine",
            Map.of("coarse", Map.of("car", "vehicle", "bus", "vehicle", "sky", "void")),
            "0 sky",
            "1 car thing",
            "2 bus thing",
            "3 road");
    LabelSet coarse = labels("coarse", Map.of(), "1 vehicle", "2 sky", "3 road");
    LabelMapping mapped = mapping(fine, coarse);

    assertThat(ids(mapped.apply(semantic(0, 1, 2, 3)))).containsExactly(255, 1, 1, 3);
    assertThat(mapped.leftOut()).extracting(Category::name).containsExactly("sky");
    // Things that become stuff are one segment, and no instances.
    PanopticSegmentation panoptic =
        mapped.apply(panoptic("4 5 6 4", "4 1", "5 2", "6 3")).panoptic().orElseThrow();
    assertThat(panoptic.segmentIds()).containsExactly(4, 4, 6, 4);
    assertThat(panoptic.segments())
        .containsExactly(new Segment(4, 1, false), new Segment(6, 3, false));
    assertThat(mapped.apply(Segmentations.of(instances(1, 2))).instance().orElseThrow().instances())
        .isEmpty();
  }

  @Test
  void mappingOfTheDataSetIsUsedBackwardsWhereANameStandsForOneCategory() {
    LabelSet fine =
        labels(
            "fine",
            Map.of("coarse", Map.of("car", "vehicle", "bus", "vehicle", "lane", "road")),
            "1 car thing",
            "2 bus thing",
            "3 lane",
            "4 sky");
    LabelSet coarse = labels("coarse", Map.of(), "0 vehicle", "1 sky", "2 road");
    LabelMapping mapped = mapping(coarse, fine);

    assertThat(ids(mapped.apply(semantic(0, 1, 2)))).containsExactly(255, 4, 3);
    assertThat(mapped.leftOut()).extracting(Category::name).containsExactly("car", "bus");
  }

  @Test
  void nameThatIsMappedElsewhereNoLongerStandsForItself() {
    LabelSet dataset = labels("d", Map.of("m", Map.of("bank", "riverside")), "1 bank", "2 sky");
    LabelSet model = labels("m", Map.of(), "0 bank", "1 riverside", "2 sky");

    assertThat(ids(mapping(model, dataset).apply(semantic(0, 1, 2)))).containsExactly(255, 1, 2);
  }

  @Test
  void mappingOfTheModelCountsBeforeThatOfTheDataSet() {
    LabelSet model = labels("m", Map.of("d", Map.of("a", "y")), "0 a", "1 b");
    LabelSet dataset = labels("d", Map.of("m", Map.of("x", "a")), "5 x", "6 y");

    assertThat(ids(mapping(model, dataset).apply(semantic(0, 1)))).containsExactly(6, 255);
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256})
  void bytesStayBytesWhereTheIdsFitAndAllFormsGiveTheSameIds(int largest) {
    LabelSet dataset = labels("dataset", Map.of(), "7 sky", largest - 1 + " car thing");
    LabelMapping mapped = mapping(MODEL, dataset);
    Random random = new Random(1);
    int[] from = random.ints(200, 0, 256).toArray();
    byte[] bytes = new byte[from.length];
    short[] shorts = new short[from.length];
    int[] expected = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      bytes[i] = (byte) from[i];
      shorts[i] = (short) from[i];
      expected[i] = from[i] == 0 ? largest - 1 : from[i] == 1 ? 7 : dataset.voidId();
    }

    Segmentations ofBytes = mapped.apply(semantic(LabelMap.ofBytes(20, 10, bytes)));
    Segmentations ofShorts = mapped.apply(semantic(new LabelMap(20, 10, shorts)));

    assertThat(ids(ofBytes)).containsExactly(expected);
    assertThat(ids(ofShorts)).containsExactly(expected);
    assertThat(ofBytes.semantic().orElseThrow().labels().hasBytes())
        .isEqualTo(dataset.voidId() <= 255);
  }

  private static LabelMapping mapping(LabelSet model, LabelSet dataset) {
    return LabelMapping.between(model, dataset).orElseThrow();
  }

  /** Each category is {@code "id name"} or {@code "id name thing"}; void is 255. */
  private static LabelSet labels(
      String id, Map<String, Map<String, String>> mappings, String... categories) {
    List<Category> parsed =
        List.of(categories).stream()
            .map(text -> text.split(" "))
            .map(parts -> new Category(Integer.parseInt(parts[0]), parts[1], parts.length > 2, 0))
            .toList();
    boolean large = parsed.stream().anyMatch(category -> category.id() == 255);
    return new LabelSet(id, parsed, large ? 300 : 255, mappings);
  }

  private static Segmentations semantic(int... ids) {
    short[] labels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      labels[i] = (short) ids[i];
    }
    return semantic(new LabelMap(ids.length, 1, labels));
  }

  private static Segmentations semantic(LabelMap map) {
    return Segmentations.of(new SemanticSegmentation(map));
  }

  private static int[] ids(Segmentations segmentations) {
    LabelMap map = segmentations.semantic().orElseThrow().labels();
    return IntStream.range(0, map.width() * map.height()).map(map::at).toArray();
  }

  private static InstanceSegmentation instances(int... categories) {
    Mask mask = Mask.ofBitmap(1, 1, new boolean[] {true});
    return new InstanceSegmentation(
        1, 1, IntStream.of(categories).mapToObj(c -> Instance.detection(c, .9, mask)).toList());
  }

  /**
   * @param segments each {@code "id category"}
   */
  private static Segmentations panoptic(String ids, String... segments) {
    int[] pixels = List.of(ids.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
    List<Segment> parsed =
        List.of(segments).stream()
            .map(text -> text.split(" "))
            .map(
                parts -> new Segment(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), false))
            .toList();
    return Segmentations.of(new PanopticSegmentation(pixels.length, 1, pixels, parsed));
  }
}
