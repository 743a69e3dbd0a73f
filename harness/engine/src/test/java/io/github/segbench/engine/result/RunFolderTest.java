package io.github.segbench.engine.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {
  private static final Instant STARTED = Instant.parse("2026-01-31T23:59:59.999Z");

  @TempDir private Path results;

  @Test
  void runsOfTheSameSecondDoNotShareAFolder() {
    RunFolder first = RunFolder.create(results, "quickstart", STARTED);
    RunFolder second = RunFolder.create(results, "quickstart", STARTED);

    assertThat(first.path()).isEqualTo(results.resolve("quickstart/20260131-235959"));
    assertThat(second.path()).isEqualTo(results.resolve("quickstart/20260131-235959-2"));
    assertThat(first.path()).isEmptyDirectory();
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(results.resolve("occupied"), "a file");

    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunFolder.create(file, "quickstart", STARTED))
        .withMessageStartingWith("cannot write results to " + file.resolve("quickstart"))
        .withMessageContaining("--out");
  }

  @Test
  void fileOfTheNameOfTheTimestampIsNoEndlessLoop() throws IOException {
    Files.createDirectories(results.resolve("quickstart"));
    Files.writeString(results.resolve("quickstart/20260131-235959"), "a file");

    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunFolder.create(results, "quickstart", STARTED))
        .withMessageContaining("20260131-235959");
  }

  @Test
  void writingReplacesAFileAndMakesItsFolders() {
    RunFolder folder = RunFolder.create(results, "quickstart", STARTED);
    folder.write("gallery/a/b.txt", "old");
    folder.write("gallery/a/b.txt", "new");

    assertThat(folder.has("gallery/a/b.txt")).isTrue();
    assertThat(folder.path().resolve("gallery/a/b.txt")).hasContent("new");
    assertThat(folder.path().resolve("gallery/a")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void fileThatCannotBeWrittenIsNamed() {
    RunFolder folder = RunFolder.create(results, "quickstart", STARTED);
    folder.write("gallery", "a file where a folder is to be");

    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> folder.write("gallery/b.txt", "text"))
        .withMessageStartingWith("cannot write " + folder.path().resolve("gallery/b.txt"));
  }
}
