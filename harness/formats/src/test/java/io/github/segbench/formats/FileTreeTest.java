package io.github.segbench.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTreeTest {
  @TempDir private Path folder;

  private Path touch(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[0]);
  }

  @Test
  void findsFilesOfAllFoldersInOrderAndNoHiddenOnes() throws IOException {
    Path second = touch("b/c/x.png");
    Path first = touch("a.png");
    touch(".hidden.png");
    touch("b/.cache/y.png");
    assertThat(FileTree.files(folder)).containsExactly(first, second);
  }

  @Test
  void followsLinksAsDataSetsAreOftenLinked() throws IOException {
    touch("real/a.png");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    assertThat(FileTree.files(link)).containsExactly(link.resolve("a.png"));
    Path outer = Files.createDirectories(folder.resolve("outer"));
    Files.createSymbolicLink(outer.resolve("val"), folder.resolve("real"));
    assertThat(FileTree.files(outer)).containsExactly(outer.resolve("val").resolve("a.png"));
  }

  @Test
  void refusesLinksInACircle() throws IOException {
    Files.createSymbolicLink(folder.resolve("again"), folder);
    assertThatThrownBy(() -> FileTree.files(folder))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(folder + ": cannot be read (");
  }

  @Test
  void tellsMissingFoldersFromFiles() throws IOException {
    Path file = touch("a.png");
    assertThatThrownBy(() -> FileTree.files(file)).hasMessage(file + ": not a folder");
    Path missing = folder.resolve("gone");
    assertThatThrownBy(() -> FileTree.files(missing)).hasMessage(missing + ": no such folder");
    assertThatThrownBy(() -> FileTree.bytes(missing)).hasMessage(missing + ": no such file");
  }
}
