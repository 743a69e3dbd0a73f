package io.github.segbench.latency;

import io.github.segbench.engine.run.LatencyException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Starts fresh JVMs for what JMH does not measure. What they print goes to the trial's log. */
final class ForkLauncher {
  private final List<String> jvmArguments;
  private final JmhFiles files;
  private final ForkLimit limit;

  ForkLauncher(List<String> jvmArguments, JmhFiles files, ForkLimit limit) {
    this.jvmArguments = List.copyOf(jvmArguments);
    this.files = files;
    this.limit = limit;
  }

  /**
   * What a fork came to.
   *
   * @param started just before its process was
   */
  record Forked<T>(Instant started, T result) {}

  /**
   * Runs a program to its end, with this JVM's class path.
   *
   * @param what for messages, such as {@code cold start 2 of 5}
   * @param expected time of what it measures
   * @param program which writes a {@link ForkOutcome}
   * @throws LatencyException if it fails, or is killed because it hangs
   * @throws CancellationException if this thread is interrupted; it stays so, and the fork is ended
   */
  <T> Forked<T> run(String what, Duration expected, Class<?> program, Class<T> resultType) {
    ForkOutcome outcome = new ForkOutcome(files.forkOutcome());
    files.delete(outcome.file());
    ProcessBuilder builder =
        new ProcessBuilder(command(program, outcome.file()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
    try {
      Instant started = Instant.now();
      int status = statusOf(builder.start(), what, limit.of(expected));
      if (status != 0) {
        throw new LatencyException(outcome.failure(status), null);
      }
      return new Forked<>(started, outcome.read(resultType));
    } catch (IOException | LatencyException e) {
      throw new LatencyException(
          what + " failed: " + ForkFailure.describe(e) + " (log: " + files.log() + ")", e);
    } finally {
      files.delete(outcome.file());
    }
  }

  private static int statusOf(Process process, String what, Duration most) {
    try {
      if (process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      new ProcessTree(process.toHandle()).kill();
      throw new LatencyException(ForkFailure.late(most), null);
    } catch (InterruptedException e) {
      new ProcessTree(process.toHandle()).kill();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted in " + what);
    }
  }

  private List<String> command(Class<?> program, Path outcome) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.add(outcome.toAbsolutePath().toString());
    return command;
  }
}
