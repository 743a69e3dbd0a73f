package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials of a model that is made of two. */
final class PartsTrialTest {
  @TempDir private Path folder;

  private final FakeRun run = new FakeRun(FakeReader.ofImages(2));

  @Test
  void loadsTheNetworkOfEachPartAndNamesTheirFiles() {
    ModelFile file = new ModelFile("onnx", FakeRun.weights(folder), null);

    try (OpenTrial trial = new TrialOpener(plugins()).open(trial(file, file))) {
      assertThat(run.backend.openSessions).hasValue(2);
      assertThat(trial.session().inputs())
          .extracting(TensorInfo::name)
          .allMatch(name -> name.startsWith("left/") || name.startsWith("right/"));
      assertThat(trial.identity().modelSha256())
          .isEqualTo(FakeRun.WEIGHTS_SHA256 + "+" + FakeRun.WEIGHTS_SHA256);
      assertThat(trial.identity().modelBytes()).isEqualTo(2L * "weights".length());
      assertThat(trial.identity().modelFormat()).isEqualTo("onnx");
      assertThat(trial.identity().preprocessing())
          .startsWith("left: size kept, RGB NCHW, ")
          .contains("; right: size kept, RGB NCHW, ");
    }
    assertThat(run.backend.openSessions).hasValue(0);
  }

  @Test
  void unloadsTheFirstNetworkWhenTheSecondCannotBeLoaded() {
    ModelFile sound = new ModelFile("onnx", FakeRun.weights(folder), null);
    ModelFile lost = new ModelFile("onnx", folder.resolve("lost.onnx"), null);

    assertThatThrownBy(() -> new TrialOpener(plugins()).open(trial(sound, lost)))
        .isInstanceOf(TrialFailedException.class)
        .hasMessageContaining("lost.onnx");
    assertThat(run.backend.openSessions).hasValue(0);
  }

  @Test
  void unloadsANetworkThatItsAdapterRefuses() {
    ModelFile file = new ModelFile("onnx", FakeRun.weights(folder), null);
    run.family.refusesSessions = true;

    assertThatThrownBy(() -> new TrialOpener(plugins()).open(trial(file, file)))
        .isInstanceOf(TrialFailedException.class)
        .hasMessageContaining("no such session");
    assertThat(run.backend.openSessions).hasValue(0);
  }

  private Plugins plugins() {
    return Plugins.of(List.of(run.family, new Pair()), List.of(run.backend), List.of(run.reader));
  }

  private static Trial trial(ModelFile left, ModelFile right) {
    ModelSpec one = FakeRun.model("one", FakeRun.LABELS, left).spec();
    Map<String, ModelSpec> parts = new LinkedHashMap<>();
    parts.put("left", one);
    parts.put("right", FakeRun.model("two", FakeRun.LABELS, right).spec());
    ModelSpec both =
        new ModelSpec(
            "both",
            "Both",
            "pair",
            FakeRun.LABELS,
            List.of(),
            one.preprocessing(),
            one.options(),
            List.of(),
            parts);
    return FakeRun.trial(new ModelConfig(both, null, null));
  }

  /** Decodes as its left part. */
  private static final class Pair implements ModelFamily {
    @Override
    public String id() {
      return "pair";
    }

    @Override
    public String description() {
      return "Two models.";
    }

    @Override
    public List<OptionSpec> options() {
      return List.of();
    }

    @Override
    public List<String> parts() {
      return List.of("left", "right");
    }

    @Override
    public ModelAdapter adapterFor(ModelSpec spec) {
      throw new ModelException("no parts");
    }

    @Override
    public ModelAdapter adapterFor(ModelSpec spec, Map<String, ModelAdapter> parts) {
      return parts.getOrDefault("left", parts.get("right"));
    }
  }
}
