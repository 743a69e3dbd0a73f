package io.github.segbench.models.postprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.option.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class PostProcessorsTest {

  @Test
  void allAreFoundAndWorkWithTheirDefaults() {
    List<PostProcessor> all =
        ServiceLoader.load(PostProcessor.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(kind -> kind.getClass().getPackage().equals(getClass().getPackage()))
            .toList();
    assertThat(all)
        .extracting(PostProcessor::id)
        .containsExactlyInAnyOrder(
            "flip", "multi-scale", "sliding-window", "dense-crf", "remove-small-regions");
    for (PostProcessor kind : all) {
      Map<String, Object> required = new HashMap<>();
      kind.options().stream()
          .filter(option -> option.required())
          .forEach(option -> required.put(option.name(), 64));
      assertThat(kind.forModel(Fakes.model(32, Layout.NCHW), new Options(kind.options(), required)))
          .as(kind.id())
          .isNotNull();
      assertThat(kind.description()).endsWith(".");
    }
  }

  @Test
  void refusesOptionsWithoutSense() {
    refused(
        new FlipPostProcessor(),
        Map.of("horizontal", false),
        "post-processor flip: horizontal and vertical are both false, expected one that is true");
    refused(
        new MultiScalePostProcessor(),
        Map.of("scales", List.of("0.5", "big")),
        "post-processor multi-scale: scale 'big', expected a number above 0 and up to 16");
    refused(
        new MultiScalePostProcessor(),
        Map.of("scales", List.of("NaN")),
        "scale 'NaN', expected a number above 0");
    refused(
        new MultiScalePostProcessor(),
        Map.of("scales", List.of()),
        "scales is empty, expected at least one number");
  }

  private static void refused(PostProcessor kind, Map<String, ?> options, String problem) {
    Options read = new Options(kind.options(), options);
    assertThatThrownBy(() -> kind.forModel(Fakes.model(1, Layout.NCHW), read))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("model tested: ")
        .hasMessageContaining(problem);
  }
}
