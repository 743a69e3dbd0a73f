package io.github.segbench.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListingTest {
  @TempDir private Path root;

  private FilesByName images() {
    return new FilesByName(FolderNames.of(root), List.of(".jpg", ".png"));
  }

  @Test
  void takesEndingsInUpperCaseAndNoFileOfTheFileSystem() throws IOException {
    new Folder(root)
        .text("a.JPG")
        .text("b.v2.png")
        .text("._a.jpg")
        .text(".DS_Store")
        .text(".jpg")
        .text("c.txt");
    assertThat(images().files())
        .containsOnlyKeys("a", "b.v2")
        .containsEntry("a", root.resolve("a.JPG"));
    assertThat(images().expected("d")).isEqualTo(root.resolve("d.jpg"));
  }

  @Test
  void namesTwoFilesOfOneName() throws IOException {
    new Folder(root).text("a.jpg").text("a.png");
    assertThatThrownBy(this::images)
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "two files for id 'a': " + root.resolve("a.jpg") + " and " + root.resolve("a.png"));
  }

  @Test
  void takesAnEndingLongerThanAfterTheLastDot() throws IOException {
    new Folder(root).text("a.regions.txt").text("b.layers.txt").text("x_seg.png");
    assertThat(FilesByName.of(root, ".regions.txt").files()).containsOnlyKeys("a");
    FilesByName segments = FilesByName.of(root, "_seg.png");
    assertThat(segments.without(Set.of("a"))).containsExactly(root.resolve("x_seg.png"));
    assertThat(segments.without(Set.of("x"))).isEmpty();
    assertThat(segments.startingWith("y").files()).isEmpty();
  }

  @Test
  void followsLinksToFolders() throws IOException {
    Path real = Files.createDirectories(root.resolve("elsewhere/real"));
    Files.createDirectories(root.resolve("root"));
    Files.createSymbolicLink(root.resolve("root/linked"), real);
    new Folder(root).text("root/file").text("elsewhere/real/a.jpg");
    assertThat(FolderNames.of(root.resolve("root")).folders()).containsExactly("linked");
    assertThat(FilesByName.of(root.resolve("root/linked"), ".jpg").files()).containsOnlyKeys("a");
  }

  @Test
  void readsListsThatWindowsWrote() throws IOException {
    Path list = root.resolve("val.txt");
    String text = "\uFEFFb\r\n\r\n# not this\r\na  1\r\n \r\n";
    Files.write(list, text.getBytes(StandardCharsets.UTF_8));
    assertThat(IdList.read(list)).containsExactly("b", "a");
  }
}
