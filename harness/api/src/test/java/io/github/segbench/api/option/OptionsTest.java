package io.github.segbench.api.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
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

  @Test
  void keepsTheOrderOfAMapping() {
    OptionSpec colours = OptionSpec.map("colours", "Colour by category.");
    Map<String, String> given = new LinkedHashMap<>();
    given.put("sky", "blue");
    given.put("1", "red");

    assertThat(new Options(List.of(colours), Map.of("colours", given)).map("colours"))
        .containsExactly(Map.entry("sky", "blue"), Map.entry("1", "red"));
    assertThat(new Options(List.of(colours), Map.of()).has("colours")).isFalse();
  }

  @Test
  void refusesAMappingOfAnythingButTexts() {
    OptionSpec colours = OptionSpec.map("colours", "Colour by category.");

    assertThat(Options.problem(colours, Map.of("sky", 1)))
        .hasValue("option 'colours' is {sky=1}, expected a mapping of texts to texts");
    assertThat(Options.problem(colours, "blue"))
        .hasValue("option 'colours' is blue, expected a mapping of texts to texts");
  }
}
