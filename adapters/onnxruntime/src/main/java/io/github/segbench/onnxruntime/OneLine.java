package io.github.segbench.onnxruntime;

import java.util.regex.Pattern;

/** Other people's error messages, made fit for one line. */
final class OneLine {
  private static final Pattern ORT_PREFIX =
      Pattern.compile("^Error code - \\w+ - message: (Exception during initialization: )?");

  /** The file is named already, the place in ONNX Runtime's own sources helps nobody. */
  private static final Pattern NOISE =
      Pattern.compile(
          "\\[ONNXRuntimeError\\] : \\d+ : \\w+ : |Load model from \\S+ failed:|/\\S+\\.(cc|cpp|h):\\d+ |onnxruntime::\\S+ ");

  private static final int MOST_CHARACTERS = 400;

  private OneLine() {}

  /** The message of the innermost cause, without line breaks and ONNX Runtime's error codes. */
  static String causeOf(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : of(message);
  }

  static String of(String message) {
    String line = message.strip().replaceAll("\\s+", " ");
    line = ORT_PREFIX.matcher(line).replaceFirst("");
    line = NOISE.matcher(line).replaceAll("").strip();
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "...";
  }
}
