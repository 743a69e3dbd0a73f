package io.github.segbench.api.model;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file with a model's weights.
 *
 * @param format such as {@code onnx} or {@code torchscript}
 * @param path absolute
 * @param sha256Hex lower-case hexadecimal, checked before the file is loaded; null if not known
 */
public record ModelFile(String format, Path path, @Nullable String sha256Hex) {
  public ModelFile {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(path, "path");
    if (sha256Hex != null && !sha256Hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "sha256 of " + path + " must be 64 lower-case hexadecimal digits: " + sha256Hex);
    }
  }

  public Optional<String> sha256() {
    return Optional.ofNullable(sha256Hex);
  }
}
