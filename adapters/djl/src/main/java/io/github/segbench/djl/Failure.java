package io.github.segbench.djl;

import ai.djl.engine.EngineException;
import io.github.segbench.api.SegbenchException;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.InferenceException;
import java.util.regex.Pattern;

/**
 * Tells what an exception of PyTorch means: a bad file, a bad input, or a PyTorch that lacks it.
 */
final class Failure {
  /** Operators that exist, but not for this device, precision or build. */
  private static final Pattern NOT_HERE =
      Pattern.compile(
          "not implemented for '(Half|BFloat16|Char|Byte)'"
              + "|Could not run '\\S+' with arguments from the "
              + "|Didn't find engine for (operation )?quantized");

  private static final Pattern NO_ARCHIVE =
      Pattern.compile("PytorchStreamReader|hasRecord|Unrecognized data format");

  private Failure() {}

  static SegbenchException whenLoading(String file, EngineException failure) {
    String cause = OneLine.causeOf(failure);
    if (NOT_HERE.matcher(cause).find()) {
      return new BackendUnavailableException("djl cannot load " + file + ": " + cause, failure);
    }
    String problem =
        NO_ARCHIVE.matcher(cause).find()
            ? " is corrupt or not a TorchScript file: "
            : " cannot be loaded: ";
    String hint =
        cause.contains("torchvision::")
            ? " (PyTorch for Java has no operators of torchvision)"
            : "";
    return new InferenceException("model file " + file + problem + cause + hint, failure);
  }

  /**
   * @param inputs that it was run with: TorchScript does not say which it expected
   */
  static SegbenchException whenRunning(String file, String inputs, EngineException failure) {
    String cause = OneLine.causeOf(failure);
    if (NOT_HERE.matcher(cause).find()) {
      return new BackendUnavailableException(
          "djl cannot run " + file + " with " + inputs + ": " + cause, failure);
    }
    return new InferenceException(file + ": run failed with " + inputs + ": " + cause, failure);
  }
}
