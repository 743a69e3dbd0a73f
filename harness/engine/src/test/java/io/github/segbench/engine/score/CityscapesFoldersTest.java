package io.github.segbench.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.evaluation.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CityscapesFoldersTest {
  @TempDir private Path folder;

  @Test
  void readsInstanceIdsOnlyForTheConventionThatWeighsByThem() throws IOException {
    place("ulm_000001_000019_gtFine_labelIds.png");
    place("ulm_000001_000019_gtFine_instanceIds.png");
    assertThat(tasks(Convention.STANDARD, Convention.PER_IMAGE))
        .containsExactly(SegmentationTask.SEMANTIC);
    assertThat(tasks(Convention.STANDARD, Convention.CITYSCAPES))
        .containsExactlyInAnyOrder(SegmentationTask.SEMANTIC, SegmentationTask.PANOPTIC);
  }

  @Test
  void scoresWithoutInstancesWhereAnImageLacksThem() throws IOException {
    place("ulm_000001_000019_gtFine_labelIds.png");
    place("ulm_000001_000019_gtFine_instanceIds.png");
    place("ulm_000002_000019_gtFine_labelIds.png");
    assertThat(tasks(Convention.CITYSCAPES)).containsExactly(SegmentationTask.SEMANTIC);
  }

  /** Opening decodes no file. */
  private void place(String name) throws IOException {
    Files.write(folder.resolve(name), new byte[0]);
  }

  private Set<SegmentationTask> tasks(Convention... conventions) {
    return ScoreFormat.CITYSCAPES
        .open(folder.toString(), null, List.of(conventions))
        .truth()
        .segmentations()
        .tasks();
  }
}
