package io.github.segbench.inspect;

import io.github.segbench.inspect.file.FileFormat;
import io.github.segbench.inspect.file.InputSize;
import io.github.segbench.inspect.file.InspectException;
import io.github.segbench.inspect.onnx.OnnxReader;
import io.github.segbench.inspect.onnx.OnnxSummary;
import io.github.segbench.inspect.torchscript.TorchScriptReader;
import io.github.segbench.inspect.torchscript.TorchScriptSummary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a model file says of itself. */
public sealed interface Inspection {
  /** Of an ONNX file. */
  record Onnx(OnnxSummary summary) implements Inspection {}

  /** Of a TorchScript archive. */
  record TorchScript(TorchScriptSummary summary) implements Inspection {}

  /**
   * @param size of the image that operations are counted for; null for the size that the file fixes
   * @throws InspectException if it is neither, is damaged, or cannot have this size; says what it
   *     seems to be and what to do with it
   */
  static Inspection of(Path file, @Nullable InputSize size) {
    FileFormat format = FileFormat.of(file);
    return switch (format) {
      case ONNX -> new Onnx(OnnxReader.read(file, size));
      case ZIP -> new TorchScript(TorchScriptReader.read(file));
      default ->
          throw new InspectException(
              file + " seems to be " + format.description() + "; " + format.advice());
    };
  }
}
