package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.coco.CocoImageIds;
import io.github.segbench.formats.coco.CocoPanoptic;
import io.github.segbench.formats.coco.PanopticFiles;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** COCO panoptic: a JSON file and a folder of PNG files. */
final class CocoPanopticFiles implements ScoreFormat.SourceOpener {
  @Override
  public ScoreSource open(
      String path, @Nullable LabelSet labels, Collection<Convention> conventions) {
    TruthFiles.requireNoLabels(labels, path);
    PanopticFiles files = PanopticFiles.parse(path);
    CocoPanoptic truth = CocoPanoptic.read(files);
    return new ScoreSource(
        TruthFiles.named(files.json().toString(), truth.labels(), truth),
        predictions -> CocoPanoptic.readPredictions(PanopticFiles.parse(predictions), truth));
  }

  @Override
  public ScoreSource open(GroundTruth truth) {
    CocoImageIds ids = CocoImageIds.of(truth.segmentations().images());
    return new ScoreSource(
        truth,
        path ->
            new NumberedSegmentations(
                CocoPanoptic.readPredictions(PanopticFiles.parse(path), truth.labels()), ids));
  }
}
