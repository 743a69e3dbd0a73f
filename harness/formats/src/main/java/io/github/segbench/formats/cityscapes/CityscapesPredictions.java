package io.github.segbench.formats.cityscapes;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.png.LabelPng;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Semantic results in Cityscapes' form: for each image one PNG file of label ids (not train ids),
 * anywhere below a folder, whose name starts with {@code city_sequence_frame}, the image's id.
 *
 * <p>Source: mcordts/cityscapesScripts, evaluation/evalPixelLevelSemanticLabeling.py.
 */
public final class CityscapesPredictions implements StoredSegmentations {
  private final Map<String, Path> files;

  private CityscapesPredictions(Map<String, Path> files) {
    this.files = files;
  }

  /**
   * Lists the files and decodes none.
   *
   * @throws io.github.segbench.formats.FormatException if the folder is missing or has no such
   *     file, or two files belong to one image
   */
  public static CityscapesPredictions open(Path folder) {
    return new CityscapesPredictions(FrameFiles.of(folder, ".png"));
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.SEMANTIC);
  }

  @Override
  public List<String> images() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Optional<Segmentations> read(String image) {
    return Optional.ofNullable(files.get(image))
        .map(file -> Segmentations.of(new SemanticSegmentation(LabelPng.read(file))));
  }
}
