package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.Place;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All {@code --only KEY=GLOB} of a command line; several of one key let through what any does. */
final class OnlyFilter {
  private static final String MODEL = "model";
  private static final String DATASET = "dataset";
  private static final String BACKEND = "backend";
  private static final List<String> KEYS = List.of(MODEL, DATASET, BACKEND);

  private final Problems problems;
  private final List<String> globs = new ArrayList<>();

  OnlyFilter(List<String> only, Problems problems) {
    this.problems = problems;
    for (String text : only) {
      int equals = text.indexOf('=');
      String key = equals < 0 ? text : text.substring(0, equals);
      if (!KEYS.contains(key)) {
        problems.add(place(text), ChoiceType.unknown("key", key, KEYS));
      } else if (equals < 0 || equals == text.length() - 1) {
        problems.add(place(text), "expected " + key + "=GLOB, such as " + key + "=a*");
      } else {
        globs.add(text);
      }
    }
  }

  /** The run without what does not match. */
  RunConfig applyTo(RunConfig run) {
    return new RunConfig(
        run.name(),
        run.description(),
        keep(MODEL, run.models(), model -> List.of(model.id())),
        keep(
            DATASET,
            run.datasets(),
            dataset -> List.of(dataset.id(), dataset.splitLabel(), dataset.label())),
        keep(BACKEND, run.backends(), backend -> List.of(backend.id(), backend.label())),
        run.accuracy(),
        run.latency(),
        run.parity());
  }

  private <T> List<T> keep(String key, List<T> all, Function<T, List<String>> names) {
    List<String> ofKey = globs.stream().filter(glob -> glob.startsWith(key + "=")).toList();
    if (ofKey.isEmpty()) {
      return all;
    }
    List<Pattern> patterns =
        ofKey.stream().map(glob -> pattern(glob.substring(key.length() + 1))).toList();
    List<T> kept =
        all.stream()
            .filter(
                element ->
                    names.apply(element).stream()
                        .anyMatch(
                            name -> patterns.stream().anyMatch(p -> p.matcher(name).matches())))
            .toList();
    if (kept.isEmpty()) {
      List<String> there = all.stream().map(element -> names.apply(element).get(0)).toList();
      problems.add(
          place(String.join(" --only ", ofKey)),
          "leaves no " + key + ", expected a match of one of " + there);
    }
    return kept;
  }

  private static Pattern pattern(String glob) {
    String regex =
        glob.chars()
            .mapToObj(
                c ->
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    })
            .collect(Collectors.joining());
    return Pattern.compile(regex);
  }

  private static Place place(String text) {
    return Place.whole(Source.option("--only " + text, Path.of("")));
  }
}
