package io.github.segbench.onnxruntime;

import io.github.segbench.api.inference.InferenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where ONNX Runtime writes the profile of a session: {@code PREFIX-MODEL_DATE_TIME.json}, complete
 * once the session is closed.
 */
record ProfileFile(Path prefix, Path modelFile) {

  /**
   * The name without date and time, in a folder that is there. ONNX Runtime itself says nothing if
   * it cannot write.
   *
   * @throws InferenceException if the folder cannot be written to
   */
  String preparedPrefix() {
    Path folder = Objects.requireNonNull(prefix.toAbsolutePath().getParent(), "folder");
    String model = modelFile.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(folder, null);
    }
    return prefix + "-" + model;
  }

  private static InferenceException unwritable(Path folder, @Nullable IOException cause) {
    return new InferenceException(
        "onnxruntime: option profile: folder " + folder + " cannot be written to", cause);
  }
}
