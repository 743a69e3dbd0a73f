package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.segbench.engine.yaml.DurationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LatencyPresetTest {
  private static final Path MANUAL =
      Path.of(System.getProperty("segbench.root", "")).resolve("docs/configuration.md");

  static Stream<Arguments> numbers() {
    return Stream.of(
        arguments("forks", ofEach(preset -> Integer.toString(preset.forks()))),
        arguments(
            "warmupIterations", ofEach(preset -> Integer.toString(preset.warmupIterations()))),
        arguments("warmupTime", ofEach(preset -> text(preset.warmupTime()))),
        arguments("warmupLimit", ofEach(preset -> text(preset.warmupLimit()))),
        arguments(
            "measurementIterations",
            ofEach(preset -> Integer.toString(preset.measurementIterations()))),
        arguments("measurementTime", ofEach(preset -> text(preset.measurementTime()))),
        arguments("pause", ofEach(preset -> text(preset.pause()))),
        arguments("coldStarts", ofEach(preset -> Integer.toString(preset.coldStarts()))),
        arguments("scenarioTime", ofEach(preset -> text(preset.scenarioTime()))));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void manualGivesTheNumbersOfThePresets(String key, String numbers) throws IOException {
    assertThat(Files.readAllLines(MANUAL))
        .filteredOn(line -> line.startsWith("| `" + key + "` |"))
        .singleElement()
        .asString()
        .endsWith(" " + numbers + " |");
  }

  private static String ofEach(Function<LatencyPreset, String> number) {
    return Arrays.stream(LatencyPreset.values()).map(number).collect(Collectors.joining(", "));
  }

  private static String text(Duration time) {
    return new DurationType().encode(time).asString();
  }
}
