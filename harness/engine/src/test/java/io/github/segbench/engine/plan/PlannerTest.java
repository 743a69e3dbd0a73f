package io.github.segbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.config.AccuracyConfig;
import io.github.segbench.engine.config.BackendConfig;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.config.LatencyPreset;
import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.config.ScenarioConfig;
import io.github.segbench.engine.config.Subset;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlannerTest {
  private static final Options NO_OPTIONS = new Options(List.of(), Map.of());
  private static final LabelSet LABELS =
      new LabelSet("one", List.of(new Category(0, "sky", false, 0)), LabelSet.NO_IGNORE);

  @Test
  void plansEveryCombinationInTheRunsOrder() {
    RunPlan plan =
        plan(
            List.of(model("unet"), model("fcn")),
            List.of(dataset("shapes", "test"), dataset("camvid", "val")),
            List.of(backend(Device.CPU, 1)));

    assertThat(plan.trials())
        .extracting(Trial::id)
        .containsExactly(
            "unet_shapes-test_onnxruntime-cpu-fp32",
            "unet_camvid-val_onnxruntime-cpu-fp32",
            "fcn_shapes-test_onnxruntime-cpu-fp32",
            "fcn_camvid-val_onnxruntime-cpu-fp32");
  }

  @Test
  void aModelWithoutWeightsIsRunOnceWhateverTheBackends() {
    RunPlan plan =
        plan(
            List.of(model("otsu", List.of())),
            List.of(dataset("d", "s")),
            List.of(backend(Device.CPU, 1), backend(Device.CPU, 2)));

    assertThat(plan.trials()).extracting(Trial::id).containsExactly("otsu_d-s_builtin-cpu-fp32");
  }

  @Test
  void makesIdsThatAreFileNames() {
    RunPlan plan =
        plan(
            List.of(model("unet")),
            List.of(dataset("voc", "2012/val \u00fc")),
            List.of(backend(Device.parse("cuda:1"), 1)));

    assertThat(plan.trials())
        .extracting(Trial::id)
        .containsExactly("unet_voc-2012-val--_onnxruntime-cuda-1-fp32");
  }

  @Test
  void keepsTrialsApartThatDifferInOptionsOrCaseAlone() {
    RunPlan plan =
        plan(
            List.of(model("unet"), model("UNet")),
            List.of(dataset("shapes", "test")),
            List.of(backend(Device.CPU, 1), backend(Device.CPU, 2)));

    assertThat(plan.trials())
        .extracting(Trial::id)
        .containsExactly(
            "unet_shapes-test_onnxruntime-cpu-fp32",
            "unet_shapes-test_onnxruntime-cpu-fp32-2",
            "UNet_shapes-test_onnxruntime-cpu-fp32-3",
            "UNet_shapes-test_onnxruntime-cpu-fp32-4");
  }

  private static RunPlan plan(
      List<ModelConfig> models, List<DatasetConfig> datasets, List<BackendConfig> backends) {
    LatencyPreset preset = LatencyPreset.QUICK;
    return new Planner()
        .plan(
            new RunConfig(
                "demo",
                "",
                models,
                datasets,
                backends,
                new AccuracyConfig(
                    true, List.of(), Convention.STANDARD, 0, BootstrapSettings.DEFAULT),
                new LatencyConfig(
                    true,
                    preset,
                    1,
                    1,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    1,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    1,
                    List.of(1),
                    List.of(1),
                    0,
                    ScenarioConfig.NONE)));
  }

  private static ModelConfig model(String id) {
    return model(id, List.of(new ModelFile("onnx", Path.of("weights.onnx"), null)));
  }

  private static ModelConfig model(String id, List<ModelFile> files) {
    Preprocessing input =
        new Preprocessing(
            "image",
            Resize.none(),
            1,
            0,
            ChannelOrder.RGB,
            Layout.NCHW,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0),
            1);
    return new ModelConfig(
        new ModelSpec(id, id, "unet", LABELS, files, input, NO_OPTIONS), null, null);
  }

  private static DatasetConfig dataset(String id, String split) {
    return new DatasetConfig(
        new DatasetSpec(id, split, LABELS, NO_OPTIONS), id, "folder", Subset.WHOLE);
  }

  private static BackendConfig backend(Device device, long threads) {
    Options options =
        new Options(
            List.of(OptionSpec.integer("threads", 1L, 0, "Threads.")), Map.of("threads", threads));
    return new BackendConfig("onnxruntime", device, Precision.FP32, false, options);
  }
}
