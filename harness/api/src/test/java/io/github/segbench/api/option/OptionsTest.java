package io.github.segbench.api.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OptionsTest {
  private static final List<OptionSpec> SPECS =
      List.of(
          OptionSpec.integer("threads", 1L, 0, "Number of threads."),
          OptionSpec.choice("level", "all", List.of("none", "all"), "Optimisation level."),
          OptionSpec.path("root", "Folder of the data.").asRequired());

  @Test
  void fillsInDefaults() {
    Options options = new Options(SPECS, Map.of("root", "/data"));
    assertThat(options.integer("threads")).isEqualTo(1);
    assertThat(options.string("level")).isEqualTo("all");
  }

  @Test
  void reportsEveryProblemAtOnce() {
    assertThatThrownBy(
            () -> new Options(SPECS, Map.of("threads", -1, "level", "some", "roots", "/data")))
        .hasMessageContaining("option 'threads' is -1, expected a whole number >= 0")
        .hasMessageContaining("option 'level' is some, expected one of [none, all]")
        .hasMessageContaining("unknown option 'roots'")
        .hasMessageContaining("option 'root' is missing");
  }

  @Test
  void refusesAQuestionForAnOptionThatIsNotDeclared() {
    Options options = new Options(SPECS, Map.of("root", "/data"));
    assertThatThrownBy(() -> options.string("depth")).hasMessage("option 'depth' is not declared");
  }
}
