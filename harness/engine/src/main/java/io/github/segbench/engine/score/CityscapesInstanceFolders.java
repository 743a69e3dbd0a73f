package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.formats.cityscapes.CityscapesGroundTruth;
import io.github.segbench.formats.cityscapes.CityscapesInstanceResults;
import io.github.segbench.formats.cityscapes.CityscapesLabels;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cityscapes instances: instance ids, and results of a txt file and masks for each image. */
final class CityscapesInstanceFolders implements ScoreFormat.SourceOpener {
  @Override
  public ScoreSource open(
      String path, @Nullable LabelSet labels, Collection<Convention> conventions) {
    TruthFiles.requireNoLabels(labels, "Cityscapes");
    CityscapesGroundTruth truth =
        CityscapesGroundTruth.open(TruthFiles.path(path), Set.of(SegmentationTask.INSTANCE));
    return open(TruthFiles.named(path, CityscapesLabels.evaluated(), truth), List.of());
  }

  @Override
  public ScoreSource open(GroundTruth truth, List<String> split) {
    return new ScoreSource(truth, path -> CityscapesInstanceResults.open(TruthFiles.path(path)));
  }
}
