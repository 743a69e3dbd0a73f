package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.labels.LabelFolder;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Folders of label maps, ground truth and predictions alike. */
final class LabelFolders implements ScoreFormat.SourceOpener {
  @Override
  public ScoreSource open(
      String path, @Nullable LabelSet labels, Collection<Convention> conventions) {
    if (labels == null) {
      throw new ScoreException(path + ": label maps do not say what their ids are; give --labels");
    }
    LabelFolder maps = LabelFolder.open(TruthFiles.path(path));
    return open(TruthFiles.named(path, labels, new KnownLabels(path, maps, labels)));
  }

  @Override
  public ScoreSource open(GroundTruth truth) {
    return new ScoreSource(truth, path -> LabelFolder.open(TruthFiles.path(path)));
  }
}
