package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.coco.CocoImageIds;
import io.github.segbench.formats.coco.CocoPanoptic;
import io.github.segbench.formats.coco.PanopticFiles;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
  public ScoreSource open(GroundTruth truth, List<String> split) {
    Set<String> names = Set.copyOf(split);
    CocoImageIds ids = CocoImageIds.of(split);
    return new ScoreSource(
        truth,
        path -> {
          CocoPanoptic predictions =
              CocoPanoptic.readPredictions(PanopticFiles.parse(path), truth.labels());
          return isNamed(predictions.images(), names)
              ? predictions
              : new NumberedSegmentations(predictions, ids);
        });
  }

  /** Names, as in Cityscapes' files, are as good as numbers. */
  private static boolean isNamed(List<String> images, Set<String> names) {
    return images.stream().anyMatch(names::contains);
  }
}
