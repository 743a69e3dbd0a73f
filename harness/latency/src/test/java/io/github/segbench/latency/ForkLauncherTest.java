package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OutputDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real forks. */
final class ForkLauncherTest {
  @TempDir private Path folder;

  @Test
  void givesWhatTheForkHasWritten() throws IOException {
    Instant before = Instant.now();
    ForkLauncher.Forked<ColdStart> forked = launch(Fate.SUCCEED);

    assertThat(forked.result()).isEqualTo(new ColdStart(1, 2, 3, OutputDigests.NONE));
    assertThat(forked.started()).isBetween(before, Instant.now());
    assertThat(Files.readString(files().log())).contains("printed by the fork");
    assertThat(files().forkOutcome()).doesNotExist();
  }

  @Test
  void saysInOneLineWhyTheForkFailed() throws IOException {
    assertThatThrownBy(() -> launch(Fate.THROW))
        .isInstanceOf(LatencyException.class)
        .hasMessage("cold start 1 of 2 failed: the network burns (log: " + files().log() + ")");
    assertThat(Files.readString(files().log()))
        .contains("IllegalStateException", ForkLauncherTest.class.getName());
    assertThat(files().forkOutcome()).doesNotExist();
  }

  @Test
  void saysThatTheForkDied() {
    assertThatThrownBy(() -> launch(Fate.DIE))
        .isInstanceOf(LatencyException.class)
        .hasMessageStartingWith(
            "cold start 1 of 2 failed: the fork ended with exit code 42 (log: ");
  }

  @Test
  void resultOfAForkThatDiesBehindItIsNoMessage() {
    assertThatThrownBy(() -> launch(Fate.DIE_LATE))
        .isInstanceOf(LatencyException.class)
        .hasMessageStartingWith(
            "cold start 1 of 2 failed: the fork ended with exit code 42 (log: ");
  }

  @Test
  void saysThatTheResultIsDamaged() {
    assertThatThrownBy(() -> launch(Fate.GARBLE))
        .isInstanceOf(LatencyException.class)
        .hasMessageStartingWith("cold start 1 of 2 failed: the fork's result cannot be read: ");
  }

  @Test
  void saysThatTheForkLeftNothing() {
    assertThatThrownBy(() -> launch(Fate.SAY_NOTHING))
        .isInstanceOf(LatencyException.class)
        .hasMessageStartingWith("cold start 1 of 2 failed: the fork ended without a result (log: ");
  }

  /** Half a second for the start, and five times what is expected. */
  @Test
  void forkThatHangsIsKilled() {
    ForkLimit limit = new ForkLimit(Duration.ofMillis(500), 5);
    assertThatThrownBy(() -> launch(Fate.WAIT, limit))
        .isInstanceOf(LatencyException.class)
        .hasMessage(
            "cold start 1 of 2 failed: no end within 1 s, so it was killed (log: "
                + files().log()
                + ")");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(files().forkOutcome()).doesNotExist();
  }

  @Test
  void endsTheForkWhenInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> launch(Fate.WAIT))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted in cold start 1 of 2");
    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void forkEndsWithTheProcessThatStartedIt() throws IOException, InterruptedException {
    Process fork =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfate=" + Fate.WAIT,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                folder.resolve("outcome").toString())
            .start();
    fork.getOutputStream().close();
    assertThat(fork.waitFor()).isEqualTo(1);
  }

  private JmhFiles files() {
    return new JmhFiles(folder.resolve("trial.json"));
  }

  private ForkLauncher.Forked<ColdStart> launch(Fate fate) {
    return launch(fate, ForkLimit.AMPLE);
  }

  private ForkLauncher.Forked<ColdStart> launch(Fate fate, ForkLimit limit) {
    return new ForkLauncher(List.of("-Dfate=" + fate), files(), limit)
        .run("cold start 1 of 2", Duration.ofMillis(100), Program.class, ColdStart.class);
  }

  private enum Fate {
    SUCCEED,
    THROW,
    DIE,
    DIE_LATE,
    GARBLE,
    SAY_NOTHING,
    WAIT
  }

  /** What the forks of this test run. */
  public static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      ForkOutcome outcome = ForkOutcome.ofThisJvm(arguments);
      switch (Fate.valueOf(System.getProperty("fate"))) {
        case SUCCEED -> {
          System.out.println("printed by the fork");
          outcome.succeed(new ColdStart(1, 2, 3, OutputDigests.NONE));
          new Thread(Program::waitForever).start();
          ForkOutcome.end();
        }
        case THROW -> throw new IllegalStateException("the network\n burns");
        case DIE -> Runtime.getRuntime().halt(42);
        case DIE_LATE -> {
          outcome.succeed(new ColdStart(1, 2, 3, OutputDigests.NONE));
          Runtime.getRuntime().halt(42);
        }
        case GARBLE -> outcome.succeed("no cold start");
        case SAY_NOTHING -> {}
        case WAIT -> waitForever();
      }
    }

    private static void waitForever() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
