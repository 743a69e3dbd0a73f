package io.github.segbench.api.model;

import io.github.segbench.api.inference.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file with a model's weights.
 *
 * @param format such as {@code onnx} or {@code torchscript}
 * @param precision that its network computes in
 * @param path absolute
 * @param sha256Hex lower-case hexadecimal, checked before the file is loaded; null if not known
 * @param outputs names of the network's outputs, in order, for formats that do not name them; empty
 *     if the YAML does not say
 */
public record ModelFile(
    String format,
    Precision precision,
    Path path,
    @Nullable String sha256Hex,
    List<String> outputs) {
  public ModelFile {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(path, "path");
    outputs = List.copyOf(outputs);
    if (sha256Hex != null && !sha256Hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "sha256 of " + path + " must be 64 lower-case hexadecimal digits: " + sha256Hex);
    }
  }

  /** A file of fp32 weights whose format names the outputs. */
  public ModelFile(String format, Path path, @Nullable String sha256Hex) {
    this(format, Precision.FP32, path, sha256Hex, List.of());
  }

  public Optional<String> sha256() {
    return Optional.ofNullable(sha256Hex);
  }
}
