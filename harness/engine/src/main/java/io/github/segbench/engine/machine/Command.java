package io.github.segbench.engine.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Another program that is asked something, with its answer. */
final class Command {
  private static final int TIMEOUT_SECONDS = 20;

  private Command() {}

  /** Runs programs. */
  interface Runner {
    Outcome run(List<String> commandLine);
  }

  /**
   * @param succeeded whether the program is there and ended well
   * @param output its standard output and error; if it is not there, that it is not
   */
  record Outcome(boolean succeeded, String output) {
    Outcome {
      Objects.requireNonNull(output, "output");
    }
  }

  static Outcome run(List<String> commandLine) {
    try {
      Path answer = Files.createTempFile("segbench", ".txt");
      try {
        return run(commandLine, answer);
      } finally {
        Files.delete(answer);
      }
    } catch (IOException e) {
      return new Outcome(false, "not found");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(false, "interrupted");
    }
  }

  /** Into a file, because reading from a program that hangs never ends. */
  private static Outcome run(List<String> commandLine, Path answer)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(commandLine)
            .redirectErrorStream(true)
            .redirectOutput(answer.toFile())
            .start();
    try {
      boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      String output = Files.readString(answer, StandardCharsets.UTF_8);
      return ended
          ? new Outcome(process.exitValue() == 0, output)
          : new Outcome(false, "no answer within " + TIMEOUT_SECONDS + " s");
    } finally {
      process.destroy();
    }
  }
}
