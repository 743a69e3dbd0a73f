package io.github.segbench.datasets.context;

import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.ListedImages;
import io.github.segbench.datasets.matlab.MatlabFile;
import io.github.segbench.datasets.pixels.LabelFile;
import io.github.segbench.datasets.pixels.RawIds;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * A file of labels for each image: PNG files in ids of the label set, or the original MATLAB files
 * in PASCAL Context's own ids.
 */
record LabelFilesForm(DatasetSpec spec) implements ContextForm {
  /** The folder {@code ImageSets/Main} of VOC has a list for each class too. */
  private static final Set<String> SPLITS = Set.of("train", "val", "trainval");

  private boolean isPng() {
    return spec.options().string(ContextReader.ANNOTATIONS).equals(ContextReader.PNG);
  }

  @Override
  public SortedSet<String> splits() {
    return images().splits();
  }

  private ListedImages images() {
    String lists = isPng() ? "ImageSets/SegmentationContext" : "ImageSets/Main";
    String labels = isPng() ? "SegmentationClassContext" : "trainval";
    return new ListedImages(
        spec,
        ContextForm.below(spec, ContextReader.LISTS, lists),
        ContextForm.below(spec, ContextReader.IMAGES, "JPEGImages"),
        ContextForm.below(spec, ContextReader.LABELS, labels),
        "." + spec.options().string(ContextReader.ANNOTATIONS),
        isPng() ? ListedImages.ANY_SPLIT : SPLITS);
  }

  @Override
  public FileDataset open() {
    if (isPng()) {
      return images().dataset(file -> new LabelFile(file, new RawIds(spec.labels())));
    }
    ContextLabels labels = ContextLabels.of(spec.labels());
    return images().dataset(file -> new Mat(file, labels));
  }

  /** A MATLAB file with the variable {@code LabelMap}. */
  private record Mat(Path file, ContextLabels labels) implements Annotation {
    @Override
    public List<Path> files() {
      return List.of(file);
    }

    @Override
    public String reading() {
      return labels.description();
    }

    @Override
    public Segmentations read() {
      LabelMap raw = MatlabFile.read(file).labels("LabelMap");
      return Segmentations.of(new SemanticSegmentation(labels.apply(raw, file.toString())));
    }
  }
}
