package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.result.Scenario;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigReaderTest {
  private static final LabelSet TWO =
      new LabelSet(
          "two",
          List.of(
              new Category(0, "sky", false, 0x56b4e9), new Category(1, "circle", true, 0xd55e00)),
          255);

  @TempDir private Path root;

  private ConfigFolder folder;

  @BeforeEach
  void setUp() {
    folder = new ConfigFolder(root);
  }

  @Test
  void fillsInDefaults() {
    RunConfig run = folder.read();

    assertThat(run.description()).isEmpty();
    ModelConfig model = run.models().get(0);
    assertThat(model.parameters()).isNull();
    assertThat(model.macs()).isNull();
    assertThat(model.spec().name()).isEqualTo("tiny");
    assertThat(model.spec().labels()).isEqualTo(TWO);
    assertThat(model.spec().files())
        .containsExactly(new ModelFile("onnx", root.resolve("weights/tiny.onnx"), null));
    assertThat(model.spec().preprocessing())
        .isEqualTo(
            new Preprocessing(
                "image",
                Resize.none(),
                1,
                0,
                ChannelOrder.RGB,
                Layout.NCHW,
                1.0 / 255,
                List.of(0.0, 0.0, 0.0),
                List.of(1.0, 1.0, 1.0),
                1));
    assertThat(model.spec().options().asMap())
        .isEqualTo(Map.of("output", "logits", "kind", "logits", "threshold", 0.5, "flip", false));
    DatasetConfig dataset = run.datasets().get(0);
    assertThat(dataset.name()).isEqualTo("scenes");
    assertThat(dataset.subset()).isEqualTo(Subset.WHOLE);
    assertThat(dataset.spec().options().asMap()).isEqualTo(Map.of("width", 128L));
    BackendConfig backend = run.backends().get(0);
    assertThat(backend.device()).isEqualTo(Device.CPU);
    assertThat(backend.precision()).isEqualTo(Precision.FP32);
    assertThat(backend.required()).isFalse();
    assertThat(run.accuracy())
        .isEqualTo(
            new AccuracyConfig(true, List.of(), Convention.STANDARD, 0, BootstrapSettings.DEFAULT));
    assertThat(run.latency())
        .isEqualTo(
            new LatencyConfig(
                true,
                LatencyPreset.STANDARD,
                3,
                5,
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                5,
                Duration.ofSeconds(2),
                Duration.ofMillis(200),
                8,
                List.of(1),
                List.of(1),
                5,
                new ScenarioConfig(List.of(), Duration.ofSeconds(10), 8, null)));
  }

  @Test
  void readsEveryKeyOfAModel() {
    folder.write("models/tiny.yaml", FullExample.MODEL);

    ModelConfig model = folder.read().models().get(0);

    assertThat(model.parameters()).isEqualTo(601_992);
    assertThat(model.macs()).isEqualTo(211_804_160);
    assertThat(model.spec().name()).isEqualTo("Tiny net");
    assertThat(model.spec().family()).isEqualTo("unet");
    Path weights = root.resolve("weights/tiny.onnx");
    assertThat(model.spec().files())
        .containsExactly(
            new ModelFile(
                "onnx",
                weights,
                "aa3f55a04cd238c13e95de778d48370fcc147b6ebc2f2ce55e3710fefc7e5041"),
            new ModelFile("onnx", Precision.FP16, weights, null, List.of()),
            new ModelFile(
                "onnx",
                Precision.INT8,
                weights,
                "aa3f55a04cd238c13e95de778d48370fcc147b6ebc2f2ce55e3710fefc7e5041",
                List.of()),
            new ModelFile(
                "torchscript", Precision.FP32, weights, null, List.of("logits", "boxes")));
    assertThat(model.spec().preprocessing())
        .isEqualTo(
            new Preprocessing(
                "image",
                Resize.shortSide(800, 1333)
                    .antialiased()
                    .rounded(Resize.Rounding.TORCHVISION_DETECTION),
                32,
                -1.5,
                ChannelOrder.BGR,
                Layout.NHWC,
                1,
                List.of(103.53, 116.28, 123.675),
                List.of(57.375, 57.12, 0.001),
                8,
                ElementType.UINT8));
    assertThat(model.spec().options().asMap())
        .isEqualTo(Map.of("output", "out", "kind", "argmax", "threshold", 1.0, "flip", true));
  }

  /** 1/255 would make every pixel of a network that takes bytes 0 or 1. */
  @Test
  void leavesPixelsAsTheyAreForBytes() {
    folder.write("models/tiny.yaml", FullExample.MODEL.replaceAll(" +(scale|mean|std): .*\n", ""));

    Preprocessing input = folder.read().models().get(0).spec().preprocessing();

    assertThat(input.type()).isEqualTo(ElementType.UINT8);
    assertThat(input.scale()).isEqualTo(1);
  }

  @Test
  void readsEveryKeyOfARun() {
    folder.write("runs/demo.yaml", FullExample.RUN);
    folder.write("datasets/scenes.yaml", FullExample.DATASET);

    RunConfig run = folder.read();

    assertThat(run.name()).isEqualTo("full");
    assertThat(run.description()).isEqualTo("Every key,\non two lines.\n");
    assertThat(run.models())
        .extracting(ModelConfig::id)
        .containsExactly("tiny", "inline", "tiny-blur-blur", "self", "other", "both");
    assertThat(run.models().get(1).spec().preprocessing().resize()).isEqualTo(Resize.exact(64, 32));
    BackendConfig backend = run.backends().get(0);
    assertThat(backend.label()).isEqualTo("onnxruntime-cuda:1-fp16");
    assertThat(backend.required()).isTrue();
    assertThat(backend.options().asMap())
        .isEqualTo(Map.of("intraOpThreads", 2L, "profile", "/tmp/profile"));
    assertThat(run.accuracy())
        .isEqualTo(
            new AccuracyConfig(
                false,
                List.of("mIoU", "PQ"),
                Convention.CAMVID11,
                3,
                new BootstrapSettings(10, -5)));
    assertThat(run.latency())
        .isEqualTo(
            new LatencyConfig(
                false,
                LatencyPreset.PUBLISH,
                2,
                0,
                Duration.ofMillis(250),
                Duration.ofSeconds(8),
                4,
                Duration.ofMinutes(1),
                Duration.ofMillis(75),
                5,
                List.of(1, 4),
                List.of(1, 8),
                0,
                new ScenarioConfig(
                    List.of(Scenario.SERVER, Scenario.MULTI_STREAM),
                    Duration.ofSeconds(3),
                    4,
                    Duration.ofMillis(50))));
  }

  @Test
  void laysARunsChangesOverTheModelsOwnKeys() {
    folder.write("runs/demo.yaml", FullExample.RUN);
    folder.write("models/tiny.yaml", FullExample.MODEL);
    folder.write("datasets/scenes.yaml", FullExample.DATASET);

    List<ModelConfig> models = folder.read().models();

    ModelSpec blurred = models.get(2).spec();
    assertThat(blurred.name()).isEqualTo("Tiny net + blur + blur");
    assertThat(blurred.files()).isEqualTo(models.get(0).spec().files());
    assertThat(blurred.postProcessors())
        .extracting(step -> step.id() + step.options().integer("radius"))
        .containsExactly("blur2", "blur1");
    ModelSpec other = models.get(4).spec();
    assertThat(other.name()).isEqualTo("Other");
    assertThat(other.postProcessors()).isEmpty();
    assertThat(other.preprocessing().padMultiple()).isEqualTo(64);
    assertThat(other.preprocessing().channelOrder()).isEqualTo(ChannelOrder.BGR);
    assertThat(other.options().bool("flip")).isFalse();
    assertThat(other.options().string("kind")).isEqualTo("argmax");
  }

  @Test
  void aModelWithoutAnyBackendNeedsNeitherFilesNorLabels() {
    folder.write("runs/demo.yaml", FullExample.RUN);
    folder.write("models/tiny.yaml", FullExample.MODEL);
    folder.write("datasets/scenes.yaml", FullExample.DATASET);

    ModelSpec self = folder.read().models().get(3).spec();

    assertThat(self.needsBackend()).isFalse();
    assertThat(self.files()).isEmpty();
  }

  @Test
  void laysARunsChangesOverTheDataSetsOwnKeys() {
    folder.write("runs/demo.yaml", FullExample.RUN);
    folder.write("datasets/scenes.yaml", FullExample.DATASET);

    List<DatasetConfig> datasets = folder.read().datasets();

    assertThat(datasets)
        .extracting(DatasetConfig::label)
        .containsExactly(
            "scenes-test-sample400-seed9-first300",
            "scenes-val-sample40-seed-3-first20",
            "disk-train-first7");
    assertThat(datasets)
        .extracting(DatasetConfig::subset)
        .containsExactly(new Subset(300, 400, 9), new Subset(20, 40, -3), Subset.first(7));
    assertThat(datasets.get(0).name()).isEqualTo("Scenes");
    assertThat(datasets.get(0).spec().options().integer("width")).isEqualTo(256);
    assertThat(datasets.get(1).spec().options().integer("width")).isEqualTo(64);
    assertThat(datasets.get(2).spec().labels().categories())
        .containsExactly(new Category(3, "cat", true, 0x0072b2, "animal", Frequency.RARE));
    assertThat(datasets.get(2).spec().options().path("root")).isEqualTo(root.resolve("runs/data"));
    assertThat(datasets.get(2).spec().options().strings("endings")).containsExactly(".jpg", ".png");
  }

  @Test
  void startsRelativePathsAtTheFileThatNamesThem() {
    folder
        .write("runs/demo.yaml", ConfigFolder.RUN.replace("[tiny]", "[../mine/own.yaml]"))
        .write(
            "mine/own.yaml",
            ConfigFolder.MODEL
                .replace("tiny", "own")
                .replace("labels: two", "labels: labels.yaml")
                .replace("../weights/", ""))
        .write("mine/own.onnx", "weights")
        .write("mine/labels.yaml", ConfigFolder.LABELS.replace("id: two", "id: mine"));

    ModelConfig model = folder.read().models().get(0);

    assertThat(model.spec().labels().id()).isEqualTo("mine");
    assertThat(model.spec().files().get(0).path()).isEqualTo(root.resolve("mine/own.onnx"));
  }

  @Test
  void looksForIdsInTheConfigRootsToo() {
    Path elsewhere = root.resolve("elsewhere/run.yaml");
    folder.write("elsewhere/run.yaml", ConfigFolder.RUN);

    RunConfig run =
        new ConfigReader(FakePlugins.plugins(), List.of(root)).read(elsewhere, Overrides.NONE);

    assertThat(run.models()).extracting(ModelConfig::id).containsExactly("tiny");
  }

  @Test
  void prefersTheFolderThatHoldsTheRunFileToTheConfigRoots() {
    ConfigFolder other = new ConfigFolder(root.resolve("other"));
    other.write("models/tiny.yaml", ConfigFolder.MODEL + "name: The other\n");

    RunConfig run =
        new ConfigReader(FakePlugins.plugins(), List.of(root.resolve("other")))
            .read(folder.path("runs/demo.yaml"), Overrides.NONE);

    assertThat(run.models().get(0).spec().name()).isEqualTo("tiny");
  }

  @Test
  void putsEnvironmentVariablesAndTheHomeFolderIntoPaths() {
    String path = "root: \"${DATA:-~/data}/${NAME:-}x\"";
    folder.write(
        "datasets/scenes.yaml",
        ConfigFolder.DATASET.replace("shapes", "folder") + "options: {" + path + "}\n");

    assertThat(dataRoot(Map.of())).isEqualTo(Path.of("/home/user/data/x"));
    assertThat(dataRoot(Map.of("DATA", "/big"))).isEqualTo(Path.of("/big/x"));
    assertThat(dataRoot(Map.of("DATA", "", "NAME", "a$b")))
        .isEqualTo(Path.of("/home/user/data/a$bx"));
  }

  @Test
  void saysWhichEnvironmentVariableIsNotSet() {
    folder.write(
        "datasets/scenes.yaml",
        ConfigFolder.DATASET.replace("shapes", "folder") + "options: {root: \"${DATA}\"}\n");

    assertThatThrownBy(() -> folder.read())
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith(
            "datasets/scenes.yaml:5:17: options.root needs the environment variable DATA, which is"
                + " not set; set it or write ${DATA:-DEFAULT}");
  }

  @Test
  void readsFilesOfOtherEditors() {
    folder.write("runs/demo.yaml", "\ufeff" + ConfigFolder.RUN.replace("\n", "\r\n"));

    assertThat(folder.read().name()).isEqualTo("demo");
  }

  @Test
  void saysThatAFileIsNotText() throws IOException {
    Files.write(folder.path("labels/two.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});

    assertThatThrownBy(() -> folder.read())
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith("labels/two.yaml: not a text file in UTF-8");
  }

  @Test
  void expandsAnchors() {
    folder.write(
        "runs/demo.yaml",
        ConfigFolder.RUN + "latency: {threads: &counts [1, 2], batch: *counts}\n");

    assertThat(folder.read().latency().batch()).containsExactly(1, 2);
  }

  @Test
  void leavesAMissingDataFolderToTheRun() {
    folder.write(
        "datasets/scenes.yaml",
        ConfigFolder.DATASET.replace("shapes", "folder") + "options: {root: /none}\n");

    assertThat(dataRoot(Map.of())).isEqualTo(Path.of("/none"));
  }

  private Path dataRoot(Map<String, String> environment) {
    return folder.readWith(environment).datasets().get(0).spec().options().path("root");
  }
}
