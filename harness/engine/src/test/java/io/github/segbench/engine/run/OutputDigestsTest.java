package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.run.OutputDigests.Difference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutputDigestsTest {
  @Test
  void equalOutputsHaveNoDifference() {
    assertThat(outputs("a", "1", "b", "2").firstDifference(outputs("a", "1", "b", "2"))).isEmpty();
  }

  @Test
  void namesTheFirstImageThatDiffersInTheOrderOfTheSplit() {
    assertThat(outputs("z", "1", "b", "2", "a", "3").firstDifference(outputs("z", "1", "b", "4")))
        .contains(new Difference("b", SegmentationTask.SEMANTIC, "2", "4"));
  }

  @Test
  void imageThatOneSideLacksIsADifference() {
    assertThat(outputs("a", "1", "b", "2").firstDifference(outputs("a", "1")))
        .contains(new Difference("b", SegmentationTask.SEMANTIC, "2", "nothing"));
    assertThat(outputs("a", "1").firstDifference(outputs("a", "1", "b", "2")))
        .contains(new Difference("b", SegmentationTask.SEMANTIC, "nothing", "2"));
  }

  @Test
  void taskThatOneSideLacksIsADifference() {
    OutputDigests both =
        new OutputDigests(
            Map.of("a", Map.of(SegmentationTask.SEMANTIC, "1", SegmentationTask.PANOPTIC, "2")));

    assertThat(outputs("a", "1").firstDifference(both))
        .contains(new Difference("a", SegmentationTask.PANOPTIC, "nothing", "2"));
  }

  private static OutputDigests outputs(String... imagesAndDigests) {
    Map<String, Map<SegmentationTask, String>> byImage = new LinkedHashMap<>();
    for (int i = 0; i < imagesAndDigests.length; i += 2) {
      byImage.put(imagesAndDigests[i], Map.of(SegmentationTask.SEMANTIC, imagesAndDigests[i + 1]));
    }
    return new OutputDigests(byImage);
  }
}
