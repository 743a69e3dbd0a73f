package io.github.segbench.datasets.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderSubsetTest {
  @TempDir private Path root;

  @Test
  void fingerprintOfAPartReadsTheFilesOfThatPartAlone() throws IOException {
    FolderFixture fixture =
        new FolderFixture(root)
            .image("val/a.png")
            .labels("valannot/a.png", 1)
            .image("val/b.png")
            .labels("valannot/b.png", 1);
    Dataset whole = fixture.open("val", Map.of());
    Dataset part = part(whole);
    String before = part.fingerprint();

    assertThat(part.samples()).extracting(Sample::id).containsExactly("b");
    assertThat(part.splitIds()).containsExactly("a", "b");
    assertThat(before).isNotEqualTo(whole.fingerprint());
    Files.delete(root.resolve("val/a.png"));
    assertThat(part(whole).fingerprint()).isEqualTo(before);
    fixture.labels("valannot/b.png", 0);
    assertThat(part(whole).fingerprint()).isNotEqualTo(before);
  }

  private static Dataset part(Dataset whole) {
    return whole.restrictedTo(whole.samples().subList(1, 2));
  }
}
