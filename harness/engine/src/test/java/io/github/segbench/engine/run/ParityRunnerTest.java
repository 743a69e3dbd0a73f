package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.engine.config.BackendConfig;
import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.config.ParityConfig;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.ParityResult;
import io.github.segbench.engine.result.ParityValue;
import io.github.segbench.engine.result.ParityValue.Measure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fake network gives the same on {@code cuda} as on {@code cpu}, and 1 more on one GPU. */
final class ParityRunnerTest {
  private static final double PIXELS = FakeReader.WIDTH * FakeReader.HEIGHT;

  @TempDir private Path temporary;
  private FakeRun run = new FakeRun(FakeReader.ofImages(10));
  private final RecordingProgress progress = new RecordingProgress();
  private ModelConfig model;

  @BeforeEach
  void makeModel() {
    model = model("m");
  }

  @Test
  void comparesEveryOtherBackendWithTheFirst() {
    List<ParityResult> results = compare("", on("cpu"), on("cuda"), on("cuda:1"));

    assertThat(results)
        .extracting(ParityResult::reference)
        .containsExactly("fake-cpu-fp32", "fake-cpu-fp32");
    assertThat(results)
        .extracting(ParityResult::backend)
        .containsExactly("fake-cuda-fp32", "fake-cuda:1-fp32");
    assertThat(results).extracting(ParityResult::passed).containsExactly(true, false);
    assertThat(results).extracting(ParityResult::images).containsExactly(2, 2);
    assertThat(run.backend.openSessions).hasValue(0);
    assertThat(run.backend.openOutputs).hasValue(0);
    assertThat(run.family.openInputs).hasValue(0);
  }

  @Test
  void comparesOutputsAndLabelsOfEachImage() {
    ParityResult result = compare("", on("cpu"), on("cuda:1")).get(0);

    List<ParityValue> ofFirst = result.values().subList(0, 2);
    String image = ofFirst.get(0).image();
    // the first of an image's pixels is 1 more
    assertThat(ofFirst)
        .containsExactly(
            new ParityValue(image, Measure.DIFFERENCE, "labels", 1, 0.5),
            new ParityValue(image, Measure.AGREEMENT, "semantic", (PIXELS - 1) / PIXELS, 0.999));
    assertThat(result.largestDifference()).hasValue(1);
    assertThat(result.lowestAgreement()).hasValue((PIXELS - 1) / PIXELS);
  }

  @Test
  void comparesWithTheReferenceThatIsAskedFor() {
    assertThat(compare("fake-cuda-fp32", on("cpu"), on("cuda")))
        .extracting(ParityResult::reference, ParityResult::backend)
        .containsExactly(tuple("fake-cuda-fp32", "fake-cpu-fp32"));
  }

  @Test
  void tellsBackendsApartThatDifferInTheirOptionsAlone() {
    assertThat(compare("", on("cpu", "a"), on("cpu", "b"), on("cpu", "c")))
        .extracting(ParityResult::reference, ParityResult::backend)
        .containsExactly(
            tuple("fake-cpu-fp32", "fake-cpu-fp32-2"), tuple("fake-cpu-fp32", "fake-cpu-fp32-3"));
  }

  @Test
  void comparesNothingIfTheReferenceDidNotRun() {
    assertThat(compare("other", on("cpu"), on("cuda"))).isEmpty();
  }

  @Test
  void doesNotCompareModelsWithOneAnother() {
    Trial cpu = on("cpu");
    model = model("n");
    assertThat(compare("", cpu, on("cuda"))).isEmpty();
  }

  @Test
  void takesNoMoreImagesThanThereAre() {
    run = new FakeRun(FakeReader.ofImages(1));
    assertThat(compare("", on("cpu"), on("cuda"))).extracting(ParityResult::images).contains(1);
  }

  @Test
  void aPairThatCannotBeComparedHasNotPassed() {
    run = new FakeRun(FakeReader.withCorrupt(3, 1));
    ParityResult result = compare("", on("cpu"), on("cuda")).get(0);

    assertThat(result.passed()).isFalse();
    assertThat(result.images()).isEqualTo(1);
    assertThat(result.problem()).startsWith("image ");
    assertThat(run.backend.openSessions).hasValue(0);
  }

  private List<ParityResult> compare(String reference, Trial... trials) {
    ParityConfig config = new ParityConfig(reference, 2, 0.5, 0.999, false);
    return new ParityRunner(config, new TrialOpener(run.plugins()), progress).run(List.of(trials));
  }

  private ModelConfig model(String id) {
    return FakeRun.model(
        id, FakeRun.LABELS, new ModelFile("onnx", FakeRun.weights(temporary), null));
  }

  private Trial on(String device) {
    return on(device, "a");
  }

  private Trial on(String device, String mode) {
    Options options =
        new Options(List.of(OptionSpec.string("mode", "a", "A mode.")), Map.of("mode", mode));
    BackendConfig backend =
        new BackendConfig("fake", Device.parse(device), Precision.FP32, false, options);
    return new Trial(model.id() + "_" + device + mode, model, FakeRun.dataset(0), backend);
  }
}
