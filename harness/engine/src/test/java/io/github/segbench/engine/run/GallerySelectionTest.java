package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.GalleryImage.Role;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GallerySelectionTest {

  @Test
  void commonImagesLieEvenlyAndDependOnTheSplitAlone() {
    // The middles of four parts of 80: 10, 30, 50, 70.
    assertThat(GallerySelection.of(evaluation(), 80).roles())
        .containsOnlyKeys(10, 30, 50, 70)
        .allSatisfy((image, roles) -> assertThat(roles).containsExactly(Role.COMMON));
  }

  @Test
  void splitOfFewerImagesThanRolesShowsEachOnce() {
    assertThat(
            GallerySelection.of(
                    evaluation(new ImageValue(0, "mIoU", 0.5), new ImageValue(1, "mIoU", 0.25)), 2)
                .roles())
        .containsOnlyKeys(0, 1)
        .containsEntry(0, List.of(Role.COMMON, Role.BEST))
        .containsEntry(1, List.of(Role.COMMON, Role.WORST, Role.MEDIAN));
  }

  @Test
  void undefinedValuesAreNotRanked() {
    GallerySelection selection =
        GallerySelection.of(
            evaluation(
                new ImageValue(0, "mIoU", null),
                new ImageValue(1, "mIoU", 0.9),
                new ImageValue(2, "mIoU", 0.1),
                new ImageValue(3, "mIoU", 0.5)),
            1000);

    assertThat(selection.metric()).isEqualTo("mIoU");
    assertThat(selection.roles())
        .doesNotContainKey(0)
        .containsEntry(1, List.of(Role.BEST))
        .containsEntry(2, List.of(Role.WORST))
        .containsEntry(3, List.of(Role.MEDIAN));
  }

  @Test
  void headlineMetricRanksWhereAnImageHasSeveral() {
    GallerySelection selection =
        GallerySelection.of(
            evaluation(
                new ImageValue(0, "pixelAccuracy", 0.1),
                new ImageValue(0, "mIoU", 0.9),
                new ImageValue(1, "pixelAccuracy", 0.9),
                new ImageValue(1, "mIoU", 0.1)),
            1000);

    assertThat(selection.roles()).containsEntry(0, List.of(Role.BEST));
    assertThat(selection.values()).containsEntry(0, 0.9);
  }

  private static Evaluation evaluation(ImageValue... values) {
    return new Evaluation(
        SegmentationTask.SEMANTIC, Convention.STANDARD, List.of(), List.of(values), null);
  }
}
