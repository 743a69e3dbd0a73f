package io.github.segbench.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SplitPatternTest {
  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    new Folder(root)
        .text("a/val.v1/val.v1_x.json", "")
        .text("a/val.v1/train_x.json", "")
        .text("a/train/train_x.json", "")
        .text("a/test/other_x.json", "")
        .text("a/.hidden/.hidden_x.json", "")
        .text("b_val_val.json", "")
        .text("b_val_train.json", "")
        .text("c(val)+[1].json", "");
  }

  @Test
  void findsSplitsWhoseWholePathIsThere() {
    assertThat(new SplitPattern("a/{split}/{split}_x.json").splits(root))
        .containsExactly("train", "val.v1");
    assertThat(new SplitPattern("a/{split}").splits(root))
        .containsExactly("test", "train", "val.v1");
    assertThat(new SplitPattern("nowhere/{split}").splits(root)).isEmpty();
  }

  @Test
  void takesNoCharacterOfAPatternOrANameForARegularExpression() {
    assertThat(new SplitPattern("c({split})+[1].json").splits(root)).containsExactly("val");
    assertThat(new SplitPattern("{split}[1].json").splits(root)).containsExactly("c(val)+");
    assertThat(new SplitPattern("b.{split}_val.json").splits(root)).isEmpty();
  }

  @Test
  void takesOneNameForASplitThatStandsTwice() {
    assertThat(new SplitPattern("b_{split}_{split}.json").splits(root)).containsExactly("val");
  }
}
