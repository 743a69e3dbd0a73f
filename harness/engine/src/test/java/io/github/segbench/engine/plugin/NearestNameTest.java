package io.github.segbench.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNameTest {
  private static final List<String> NAMES = List.of("name", "models", "mIoU", "IoU", "unet");

  @ParameterizedTest
  @CsvSource({
    "nmae, name", // two neighbours changed places: 1 edit
    "mIuO, mIoU", // the same; IoU would be 2 edits away
    "model, models", // 1 insertion
    "moodles, models", // 2 edits, 7 / 3 = 2 allowed
    "U-Net, unet", // case does not count: 1 deletion
    "iou, IoU"
  })
  void findsWhatWasMeant(String misspelt, String meant) {
    assertThat(NearestName.of(misspelt, NAMES)).hasValue(meant);
  }

  @Test
  void suggestsNothingForAnotherWord() {
    assertThat(NearestName.of("camvid", NAMES)).isEmpty();
  }
}
