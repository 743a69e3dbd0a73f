package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real processes; a test that fails would hang. */
@Timeout(120)
final class ProcessTreeTest {

  /** Both processes hold the same pipe: its end is read when the last of them is gone. */
  @Test
  void killsWhatTheProcessHasStarted() throws IOException {
    Process parent = start("parent");
    InputStream output = parent.getInputStream();
    assertThat(output.read()).isEqualTo('c');

    new ProcessTree(parent.toHandle()).kill();

    assertThat(parent.isAlive()).isFalse();
    assertThat(output.readAllBytes()).isEmpty();
  }

  @Test
  void watchKillsWhatIsStartedWhileItRunsAndStillThereWhenTheTimeIsOver()
      throws IOException, InterruptedException {
    Process before = start("child");
    try (ForkWatch watch = ForkWatch.start(Duration.ZERO)) {
      assertThat(start("child").waitFor()).isNotZero();
      assertThat(watch.isLate()).isTrue();
      assertThat(before.isAlive()).isTrue();
    } finally {
      new ProcessTree(before.toHandle()).kill();
    }
  }

  @Test
  void watchIsNotLateBeforeTheTimeIsOver() {
    try (ForkWatch watch = ForkWatch.start(Duration.ofDays(1))) {
      assertThat(watch.isLate()).isFalse();
    }
  }

  private static Process start(String role) throws IOException {
    return program(role).start();
  }

  private static ProcessBuilder program(String role) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            role)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** Waits forever; a child says so first, and a parent starts one. */
  public static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      if (arguments[0].equals("parent")) {
        program("child").redirectOutput(ProcessBuilder.Redirect.INHERIT).start();
      } else {
        System.out.print('c');
        System.out.flush();
      }
      new CountDownLatch(1).await();
    }
  }
}
