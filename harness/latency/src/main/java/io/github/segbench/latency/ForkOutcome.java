package io.github.segbench.latency;

import io.github.segbench.engine.run.LatencyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a fork of ours tells what it came to: a file with its result as JSON and exit status 0, or
 * with one line on what went wrong and another status.
 */
record ForkOutcome(Path file) {
  private static final int FAILED = 1;

  /**
   * In a fork. From now on an exception that nobody catches is written down and ends this JVM, and
   * so does the end of the JVM that started it, seen by the end of the standard input.
   *
   * @param arguments of the fork's program: the file
   */
  static ForkOutcome ofThisJvm(String[] arguments) {
    ForkOutcome outcome = new ForkOutcome(Path.of(arguments[0]));
    Thread.setDefaultUncaughtExceptionHandler(outcome::fail);
    Thread watch = new Thread(() -> awaitEnd(System.in), "parent");
    watch.setDaemon(true);
    watch.start();
    return outcome;
  }

  /** In a fork, at its end. */
  void succeed(Object result) {
    write(JsonMapper.shared().writeValueAsString(result));
  }

  /** In a fork: a thread that a library has left behind does not keep it. */
  static void end() {
    Runtime.getRuntime().exit(0);
  }

  /**
   * In the JVM that started the fork, after exit status 0.
   *
   * @throws LatencyException if the fork has left no result, or a damaged one
   */
  <T> T read(Class<T> type) {
    if (!Files.exists(file)) {
      throw new LatencyException("the fork ended without a result", null);
    }
    try {
      return JsonMapper.shared().readValue(text(), type);
    } catch (JacksonException e) {
      throw new LatencyException("the fork's result cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** In the JVM that started the fork, after another exit status. */
  String failure(int status) {
    // A fork that breaks down behind its result, such as in a native library, leaves that result.
    return status == FAILED && Files.exists(file)
        ? text()
        : "the fork ended with exit code " + status;
  }

  private void fail(Thread thread, Throwable thrown) {
    write(ForkFailure.describe(thrown));
    // Without this handler it prints the stack trace, which goes to the log.
    Thread.setDefaultUncaughtExceptionHandler(null);
    thread.getThreadGroup().uncaughtException(thread, thrown);
    Runtime.getRuntime().exit(FAILED);
  }

  private static void awaitEnd(InputStream input) {
    try {
      while (input.read() >= 0) {
        // Nothing is ever sent.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().exit(FAILED);
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new LatencyException(file + " cannot be written: " + e, e);
    }
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new LatencyException(file + " cannot be read: " + e, e);
    }
  }
}
