package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.result.Environment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentProbeTest {
  @TempDir private Path folder;

  @Test
  void machineAndSoftwareAreFound() {
    Environment environment = new EnvironmentProbe(folder).probe();

    assertThat(environment.segbenchVersion()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(environment.cores()).isPositive();
    assertThat(environment.memoryBytes()).isGreaterThan(1L << 28);
    assertThat(environment.os()).contains(System.getProperty("os.name"));
    assertThat(environment.jvm()).contains(System.getProperty("java.runtime.version"));
  }

  @Test
  void folderWithoutGitHasNoCommit() {
    assertThat(new EnvironmentProbe(folder).probe().commit()).isEmpty();
  }

  @Test
  void folderThatIsNotThereHasNoCommit() {
    assertThat(new EnvironmentProbe(folder.resolve("absent")).probe().commit()).isEmpty();
  }
}
