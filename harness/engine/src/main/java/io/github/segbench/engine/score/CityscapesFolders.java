package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.formats.cityscapes.CityscapesGroundTruth;
import io.github.segbench.formats.cityscapes.CityscapesLabels;
import io.github.segbench.formats.cityscapes.CityscapesPredictions;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cityscapes label ids; predictions are found as the official script finds them. Instance ids are
 * read for the convention that weighs by instances alone, and only if all images have them.
 */
final class CityscapesFolders implements ScoreFormat.SourceOpener {
  @Override
  public ScoreSource open(
      String path, @Nullable LabelSet labels, Collection<Convention> conventions) {
    LabelSet ids = labels == null ? CityscapesLabels.evaluated() : labels;
    CityscapesGroundTruth truth =
        CityscapesGroundTruth.open(TruthFiles.path(path), Set.of(SegmentationTask.SEMANTIC));
    if (conventions.contains(Convention.CITYSCAPES) && truth.hasInstanceIds()) {
      truth = truth.with(SegmentationTask.PANOPTIC);
    }
    return open(TruthFiles.named(path, ids, truth), List.of());
  }

  @Override
  public ScoreSource open(GroundTruth truth, List<String> split) {
    return new ScoreSource(truth, path -> CityscapesPredictions.open(TruthFiles.path(path)));
  }
}
