package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.coco.CocoImage;
import io.github.segbench.formats.coco.CocoImageIds;
import io.github.segbench.formats.coco.CocoInstances;
import io.github.segbench.formats.coco.CocoResults;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** COCO instances and COCO results, one JSON file each. */
final class CocoInstanceFiles implements ScoreFormat.SourceOpener {
  @Override
  public ScoreSource open(
      String path, @Nullable LabelSet labels, Collection<Convention> conventions) {
    TruthFiles.requireNoLabels(labels, path);
    CocoInstances truth = CocoInstances.read(TruthFiles.path(path));
    return new ScoreSource(
        TruthFiles.named(path, truth.labels(), truth),
        results -> CocoResults.read(TruthFiles.path(results), truth));
  }

  @Override
  public ScoreSource open(GroundTruth truth, List<String> split) {
    CocoImageIds ids = CocoImageIds.of(split);
    List<CocoImage> images = new ArrayList<>();
    for (String image : truth.segmentations().images()) {
      Segmentations size = truth.segmentations().read(image).orElseThrow();
      images.add(new CocoImage(ids.of(image), null, size.width(), size.height()));
    }
    return new ScoreSource(
        truth,
        path ->
            new NumberedSegmentations(
                CocoResults.read(TruthFiles.path(path), images, truth.labels()), ids));
  }
}
