package io.github.segbench.cli;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.engine.config.ModelCard;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the files of a model are here, and how to get them if not. */
final class ModelFileState {
  private ModelFileState() {}

  static boolean isHere(ModelCard card) {
    return missing(card).isEmpty();
  }

  static List<ModelFile> missing(ModelCard card) {
    return card.config().spec().files().stream()
        .filter(file -> !Files.isRegularFile(file.path()))
        .toList();
  }

  /** Whether the model's file says where its files can be downloaded. */
  static boolean isObtainable(DatasetSource source) {
    return source.files().stream().anyMatch(file -> file.location().isPresent());
  }

  /** {@code here}, or what to do. */
  static String text(ModelCard card) {
    if (isHere(card)) {
      return "here";
    }
    return card.origin()
        .map(
            source ->
                isObtainable(source)
                    ? "segbench models fetch " + card.config().id()
                    : source.accountNeeded().map(String::strip).orElse("see " + source.homepage()))
        .orElse("missing, and its file does not say where it can be had");
  }

  /** {@code here}, {@code to fetch} or {@code to make}: as much as a table has room for. */
  static String word(ModelCard card) {
    if (isHere(card)) {
      return "here";
    }
    return card.origin().filter(ModelFileState::isObtainable).isPresent() ? "to fetch" : "to make";
  }

  /** What the words of {@link #word} ask for. */
  static String legend() {
    return "To fetch: segbench models fetch MODEL. To make: segbench models list MODEL says how.";
  }

  /**
   * Such as {@code onnx (fp32, int8), torchscript (fp32)}; of a model of parts the ids of the
   * parts; classical methods need no files.
   */
  static String formats(ModelCard card) {
    Map<String, List<String>> precisions = new LinkedHashMap<>();
    for (ModelFile file : card.config().spec().files()) {
      precisions
          .computeIfAbsent(file.format(), format -> new ArrayList<>())
          .add(file.precision().id());
    }
    if (!precisions.isEmpty()) {
      return precisions.entrySet().stream()
          .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
          .collect(Collectors.joining(", "));
    }
    String parts =
        card.config().spec().parts().values().stream()
            .map(ModelSpec::id)
            .collect(Collectors.joining(" and "));
    return parts.isEmpty() ? "none needed" : "those of " + parts;
  }

  /** Of the files that are here, else of those that would be fetched; 0 if nobody says. */
  static long bytes(ModelCard card) {
    if (isHere(card)) {
      return card.config().spec().files().stream().mapToLong(f -> f.path().toFile().length()).sum();
    }
    return card.origin().map(DatasetSource::files).orElse(List.of()).stream()
        .mapToLong(file -> file.size().orElse(0L))
        .sum();
  }

  static String line(RemoteFile file) {
    return file.name() + file.location().map(url -> "  " + url).orElse("");
  }
}
