package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, because folders are deleted when a JVM ends. */
final class NativeLibrariesTest {
  @TempDir private Path temporary;

  /** Loads the libraries, says where from, ends. */
  public static final class Start {
    public static void main(String[] args) throws IOException {
      new OnnxRuntimeBackend().probe();
      String folder = System.getProperty(NativeLibraries.FOLDER_PROPERTY);
      Files.writeString(Path.of(args[0]), folder, StandardCharsets.UTF_8);
    }
  }

  @Test
  void leavesNoTemporaryFolderBehind() throws IOException, InterruptedException {
    Path answer = temporary.resolve("answer.txt");
    start(answer);
    assertThat(Path.of(Files.readString(answer))).hasParentRaw(temporary).doesNotExist();
    try (var left = Files.list(temporary)) {
      assertThat(left).containsExactly(answer);
    }
  }

  @Test
  void usesTheFolderThatItIsGiven() throws IOException, InterruptedException {
    Path answer = temporary.resolve("answer.txt");
    Path given = Files.createDirectory(temporary.resolve("segbench-onnxruntime-of-a-parent"));
    start(answer, "-D" + NativeLibraries.FOLDER_PROPERTY + "=" + given);
    assertThat(answer).hasContent(given.toString());
    assertThat(given).exists();
  }

  private void start(Path answer, String... jvmArguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of(jvmArguments));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Start.class.getName(), answer.toString()));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
