package io.github.segbench.djl;

import java.util.regex.Pattern;

/** PyTorch's error messages, made fit for one line. */
final class OneLine {
  /** The interpreter's two tracebacks, through the file's code and the Python that it came from. */
  private static final Pattern TRACEBACKS =
      Pattern.compile("(?s)^The following operation failed in .*\\n[\\w.]*(Error|Exception): ");

  /** A C++ stack, or the list of devices for which an operator is registered. */
  private static final Pattern REST =
      Pattern.compile(
          "(?s)(\\nException raised from|\\nframe #0|This could be because the operator|"
              + "\\(Could this error message be improved\\?).*");

  private static final int MOST_CHARACTERS = 400;

  private OneLine() {}

  /** The message of the innermost cause, without line breaks, tracebacks and stacks. */
  static String causeOf(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null || message.isBlank()
        ? innermost.getClass().getSimpleName()
        : of(message);
  }

  static String of(String message) {
    String said = TRACEBACKS.matcher(message).replaceFirst("");
    String line = REST.matcher(said).replaceFirst("").strip().replaceAll("\\s+", " ");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "...";
  }
}
