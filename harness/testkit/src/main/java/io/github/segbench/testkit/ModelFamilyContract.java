package io.github.segbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds for every model family. No network runs: the test invents outputs. */
public abstract class ModelFamilyContract {
  private static final int ROUNDS = 20;

  protected abstract ModelFamily family();

  /** A model of the family that takes images of any size. */
  protected abstract ModelSpec spec();

  /**
   * Outputs that a network could give for one image, with at least one object where the family
   * finds objects.
   *
   * @param random so that different images have different outputs
   */
  protected abstract Map<String, Tensor> outputs(ImageGeometry geometry, Random random);

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ModelFamily.class))
        .extracting(ModelFamily::id)
        .containsOnlyOnce(family().id());
  }

  @Test
  void hasAnIdAndADescription() {
    assertThat(family().id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(family().description()).isNotBlank().doesNotContain("\n").endsWith(".");
  }

  @Test
  void documentsItsOptions() {
    assertThat(family().options())
        .extracting(OptionSpec::name)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z][a-zA-Z0-9]*"));
    assertThat(family().options())
        .extracting(OptionSpec::description)
        .allSatisfy(text -> assertThat(text).isNotBlank().endsWith("."));
  }

  @Test
  void givesATaskAtLeast() {
    assertThat(family().adapterFor(spec()).tasks()).isNotEmpty();
  }

  @Test
  void makesTensorsOfTheSizeThatItSays() {
    ModelAdapter adapter = family().adapterFor(spec());
    for (int[] size : new int[][] {{1, 1}, {37, 23}, {64, 129}}) {
      RgbImage image = image(size[0], size[1], new Random(1));
      try (ModelInput input = adapter.preprocess(List.of(image))) {
        assertThat(input.geometries()).hasSize(1);
        ImageGeometry geometry = input.geometries().get(0);
        assertThat(geometry.originalWidth()).isEqualTo(size[0]);
        assertThat(geometry.originalHeight()).isEqualTo(size[1]);
        assertThat(tensor(input).shape()).isEqualTo(inputShape(geometry));
      }
    }
  }

  @Test
  void refusesMoreImagesThanTheModelTakes() {
    ModelAdapter adapter = family().adapterFor(spec());
    int tooMany = spec().preprocessing().maxBatch() + 1;
    List<RgbImage> images = Collections.nCopies(tooMany, image(8, 8, new Random(1)));
    assertThatThrownBy(() -> adapter.preprocess(images))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(spec().id());
  }

  @Test
  void givesABufferToOneInputAtATimeAfterADoubleClose() {
    ModelAdapter adapter = family().adapterFor(spec());
    RgbImage image = image(9, 7, new Random(1));
    ModelInput closed = adapter.preprocess(List.of(image));
    closed.close();
    closed.close();
    try (ModelInput first = adapter.preprocess(List.of(image));
        ModelInput second = adapter.preprocess(List.of(image))) {
      tensor(first).floats().put(0, 1234);
      assertThat(tensor(second).floats().get(0)).isNotEqualTo(1234);
    }
  }

  @Test
  void decodesEveryTaskAtTheOriginalSize() {
    ModelAdapter adapter = family().adapterFor(spec());
    for (int[] size : new int[][] {{37, 23}, {64, 129}}) {
      Decoded decoded = decode(adapter, image(size[0], size[1], new Random(1)), new Random(2));
      assertThat(decoded.segmentations().tasks()).isEqualTo(adapter.tasks());
      assertThat(decoded.segmentations().width()).isEqualTo(size[0]);
      assertThat(decoded.segmentations().height()).isEqualTo(size[1]);
    }
  }

  @Test
  void predictsCategoriesOfItsLabelsAlone() {
    LabelSet labels = spec().labels();
    Set<Integer> ids = new HashSet<>(labels.categories().stream().map(Category::id).toList());
    Set<Integer> things = new HashSet<>(labels.things().stream().map(Category::id).toList());
    ModelAdapter adapter = family().adapterFor(spec());
    Segmentations decoded =
        decode(adapter, image(37, 23, new Random(1)), new Random(2)).segmentations();
    decoded
        .semantic()
        .ifPresent(
            semantic -> {
              for (short label : semantic.labels().labels()) {
                assertThat(ids).contains(label & LabelSet.MAX_ID);
              }
            });
    decoded
        .instance()
        .ifPresent(
            instances ->
                assertThat(instances.instances())
                    .isNotEmpty()
                    .extracting(Instance::category)
                    .isSubsetOf(things));
    decoded.panoptic().ifPresent(panoptic -> requireConsistent(panoptic, ids));
  }

  @Test
  void namesTheModelAndTheOutputThatIsMissing() {
    ModelAdapter adapter = family().adapterFor(spec());
    forEachOutput(
        adapter,
        (outputs, name, geometry) -> {
          outputs.remove(name);
          assertThatThrownBy(() -> adapter.postprocess(outputs, List.of(geometry)))
              .isInstanceOf(ModelException.class)
              .hasMessageContainingAll(spec().id(), "'" + name + "'", "missing");
        });
  }

  @Test
  void namesTheModelAndTheOutputOfAnotherType() {
    ModelAdapter adapter = family().adapterFor(spec());
    forEachOutput(
        adapter,
        (outputs, name, geometry) -> {
          outputs.put(name, Tensor.allocate(ElementType.BOOL, 1, 1));
          assertThatThrownBy(() -> adapter.postprocess(outputs, List.of(geometry)))
              .isInstanceOf(ModelException.class)
              .hasMessageContainingAll(spec().id(), "'" + name + "'", "BOOL");
        });
  }

  @Test
  void givesTwoThreadsWhatItGivesOne() throws InterruptedException, ExecutionException {
    ModelAdapter adapter = family().adapterFor(spec());
    List<Decoded> alone = new ArrayList<>();
    for (int seed = 0; seed < 2; seed++) {
      alone.add(decodeSeed(adapter, seed));
    }
    assertThat(alone.get(0)).usingRecursiveComparison().isNotEqualTo(alone.get(1));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Decoded>> together = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        int seed = round % 2;
        together.add(threads.submit(() -> decodeSeed(adapter, seed)));
      }
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(together.get(round).get())
            .usingRecursiveComparison()
            .isEqualTo(alone.get(round % 2));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Decoded decodeSeed(ModelAdapter adapter, int seed) {
    return decode(adapter, image(21 + 8 * seed, 19, new Random(seed)), new Random(seed));
  }

  private Decoded decode(ModelAdapter adapter, RgbImage image, Random random) {
    try (ModelInput input = adapter.preprocess(List.of(image))) {
      FloatBuffer floats = tensor(input).floats();
      float[] values = new float[floats.capacity()];
      floats.get(values);
      ImageGeometry geometry = input.geometries().get(0);
      List<Segmentations> decoded =
          adapter.postprocess(outputs(geometry, random), List.of(geometry));
      assertThat(decoded).hasSize(1);
      return new Decoded(Arrays.hashCode(values), decoded.get(0));
    }
  }

  private Tensor tensor(ModelInput input) {
    String name = spec().preprocessing().inputName();
    return Objects.requireNonNull(input.tensors().get(name), "no tensor " + name);
  }

  private void forEachOutput(ModelAdapter adapter, OutputCheck check) {
    try (ModelInput input = adapter.preprocess(List.of(image(37, 23, new Random(1))))) {
      ImageGeometry geometry = input.geometries().get(0);
      Map<String, Tensor> outputs = outputs(geometry, new Random(2));
      assertThat(outputs).isNotEmpty();
      for (String name : outputs.keySet()) {
        check.check(new HashMap<>(outputs), name, geometry);
      }
    }
  }

  private long[] inputShape(ImageGeometry geometry) {
    int height = geometry.inputHeight();
    int width = geometry.inputWidth();
    return switch (spec().preprocessing().layout()) {
      case NCHW -> new long[] {1, 3, height, width};
      case NHWC -> new long[] {1, height, width, 3};
      case CHW -> new long[] {3, height, width};
    };
  }

  private static void requireConsistent(PanopticSegmentation panoptic, Set<Integer> categories) {
    Set<Integer> inMap = new HashSet<>();
    for (int id : panoptic.segmentIds()) {
      inMap.add(id);
    }
    inMap.remove(PanopticSegmentation.VOID);
    assertThat(panoptic.segments())
        .isNotEmpty()
        .extracting(Segment::id)
        .containsExactlyInAnyOrderElementsOf(inMap);
    assertThat(panoptic.segments()).extracting(Segment::category).isSubsetOf(categories);
  }

  private static RgbImage image(int width, int height, Random random) {
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    random.nextBytes(pixels);
    return new RgbImage(width, height, pixels);
  }

  /** The input of an image, as a hash, and its segmentations. */
  private record Decoded(int inputHash, Segmentations segmentations) {}

  /** A check of what happens when one of the outputs is not as it should be. */
  private interface OutputCheck {
    void check(Map<String, Tensor> outputs, String name, ImageGeometry geometry);
  }
}
