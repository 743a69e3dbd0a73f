package io.github.segbench.metrics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnnotatedImagesTest {
  private static final Category CAR = new Category(4, "car", true, 0);
  private static final Category SKY = new Category(7, "sky", false, 0);
  private static final LabelSet LABELS =
      new LabelSet("test", List.of(CAR, SKY), LabelSet.NO_IGNORE);

  @Test
  void derivesFrequenciesWhereNoneIsGiven() {
    AnnotatedImages images = new AnnotatedImages(LABELS, new int[] {101, 10});
    assertThat(images.frequency(CAR)).contains(Frequency.FREQUENT);
    assertThat(images.frequency(SKY)).contains(Frequency.RARE);
    assertThat(new AnnotatedImages(LABELS, new int[] {0, 11}).frequency(CAR)).isEmpty();
  }

  @Test
  void refusesNumbersAndCategoriesOfOtherLabels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnnotatedImages(LABELS, new int[3]))
        .withMessageStartingWith("3 numbers for LabelSet[test");
    AnnotatedImages images = new AnnotatedImages(LABELS, new int[2]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> images.of(new Category(5, "tree", false, 0)))
        .withMessageEndingWith("has no category tree");
  }
}
