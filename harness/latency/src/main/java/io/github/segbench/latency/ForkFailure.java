package io.github.segbench.latency;

import java.time.Duration;
import org.openjdk.jmh.runner.RunnerException;

/** Says what went wrong in a fork, and finds it in JMH's exceptions. */
final class ForkFailure {
  private ForkFailure() {}

  /**
   * The message of the first exception that is not JMH's own wrapping, on one line.
   *
   * <p>JMH wraps a fork's exception twice and hangs it on as suppressed; what the benchmark threw
   * comes with its cause chain.
   */
  static String causeOf(RunnerException failure) {
    return describe(innermost(failure));
  }

  /** Of a fork that hangs. */
  static String late(Duration limit) {
    return "no end within " + limit.toSeconds() + " s, so it was killed";
  }

  /** An exception's message on one line; its type if it has none. */
  static String describe(Throwable thrown) {
    String message =
        thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    return message.strip().replaceAll("\\s+", " ");
  }

  /** Whether this thread was interrupted while it waited for the fork; JMH takes the flag away. */
  static boolean isInterruption(RunnerException failure) {
    return innermost(failure) instanceof InterruptedException;
  }

  private static Throwable innermost(RunnerException failure) {
    Throwable cause = failure;
    while (isWrapping(cause)) {
      Throwable inner =
          cause.getSuppressed().length > 0 ? cause.getSuppressed()[0] : cause.getCause();
      if (inner == null) {
        break;
      }
      cause = inner;
    }
    return cause;
  }

  private static boolean isWrapping(Throwable thrown) {
    return thrown.getClass().getName().startsWith("org.openjdk.jmh.");
  }
}
