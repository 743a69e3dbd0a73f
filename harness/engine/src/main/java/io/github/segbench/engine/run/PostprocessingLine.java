package io.github.segbench.engine.run;

import io.github.segbench.api.model.PostProcessorSpec;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chain of post-processors in one line, for people who read a result. */
final class PostprocessingLine {
  private PostprocessingLine() {}

  /** Such as {@code flip (horizontal true, ...), dense-crf (iterations 5, ...)}; null for none. */
  static @Nullable String of(List<PostProcessorSpec> steps) {
    return steps.isEmpty()
        ? null
        : steps.stream().map(PostprocessingLine::of).collect(Collectors.joining(", then "));
  }

  private static String of(PostProcessorSpec step) {
    String options =
        step.options().asMap().entrySet().stream()
            .map(option -> option.getKey() + " " + option.getValue())
            .collect(Collectors.joining(", "));
    return options.isEmpty() ? step.id() : step.id() + " (" + options + ")";
  }
}
