package io.github.segbench.datasets.coco;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.datasets.files.SplitErrors;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.coco.PanopticFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the images of one split and what annotates them; parses JSON and opens no image. */
final class CocoListing {
  private final DatasetSpec spec;
  private final CocoLayout layout;

  CocoListing(DatasetSpec spec, CocoLayout layout) {
    this.spec = spec;
    this.layout = layout;
  }

  /**
   * The samples by ascending number.
   *
   * @throws DatasetException if the split is unknown or empty, or an image or its labels are
   *     missing
   * @throws FormatException if a JSON file is damaged, its categories are others than the label
   *     set's, or two files list different images
   */
  FileDataset dataset() {
    new CocoSplits(layout).requireKnown(spec);
    FolderNames folder = FolderNames.of(path(CocoOptions.IMAGES));
    List<GroundTruthFile> truths = truths();
    List<LabelFiles> labels = labels();
    List<ImageEntry> images =
        new ArrayList<>(truths.isEmpty() ? ImageEntries.in(folder) : truths.get(0).images());
    if (images.isEmpty()) {
      throw SplitErrors.error(spec, "split '" + spec.split() + "' is empty: no images " + source());
    }
    truths.forEach(truth -> ImageEntries.requireSame(truth, truths.get(0)));
    images.sort(ImageEntry.ORDER);
    List<FileSample> samples = new ArrayList<>();
    for (ImageEntry image : images) {
      List<Annotation> parts = new ArrayList<>();
      truths.forEach(truth -> parts.add(truth.annotation(image.id())));
      labels.forEach(files -> parts.add(files.of(image.name())));
      samples.add(sample(image, folder, parts));
    }
    return new FileDataset(spec, tasks(truths, labels), samples, unused(truths, labels, images));
  }

  private Path path(String pattern) {
    return layout.path(pattern, spec.split());
  }

  private String source() {
    return "in "
        + path(
            List.of(CocoOptions.INSTANCES, CocoOptions.PANOPTIC, CocoOptions.STUFF).stream()
                .filter(layout::has)
                .findFirst()
                .orElse(CocoOptions.IMAGES));
  }

  private List<GroundTruthFile> truths() {
    LabelSet labels = spec.labels();
    List<GroundTruthFile> truths = new ArrayList<>();
    if (layout.has(CocoOptions.INSTANCES)) {
      truths.add(InstanceFile.objects(path(CocoOptions.INSTANCES), labels));
    }
    if (layout.has(CocoOptions.PANOPTIC)) {
      Path json = path(CocoOptions.PANOPTIC);
      PanopticFiles files =
          layout.has(CocoOptions.PANOPTIC_MAPS)
              ? new PanopticFiles(json, path(CocoOptions.PANOPTIC_MAPS))
              : PanopticFiles.beside(json);
      truths.add(new PanopticFile(files, labels, layout.semanticFromPanoptic()));
    }
    if (layout.has(CocoOptions.STUFF)) {
      truths.add(InstanceFile.regions(path(CocoOptions.STUFF), labels));
    }
    return truths;
  }

  /** None or one. */
  private List<LabelFiles> labels() {
    return layout.has(CocoOptions.LABELS)
        ? List.of(
            new LabelFiles(
                layout.root(), layout.pattern(CocoOptions.LABELS), spec.split(), spec.labels()))
        : List.of();
  }

  private static Set<SegmentationTask> tasks(
      List<GroundTruthFile> truths, List<LabelFiles> labels) {
    Set<SegmentationTask> tasks = EnumSet.noneOf(SegmentationTask.class);
    truths.forEach(truth -> tasks.addAll(truth.tasks()));
    labels.forEach(files -> tasks.add(SegmentationTask.SEMANTIC));
    return tasks;
  }

  private FileSample sample(ImageEntry image, FolderNames folder, List<Annotation> parts) {
    Path file = folder.folder().resolve(image.fileName());
    if (!folder.has(image.fileName())) {
      throw SplitErrors.error(spec, "no image " + file + ", which is listed " + source());
    }
    Annotation annotation = parts.size() == 1 ? parts.get(0) : new JoinedAnnotation(parts);
    return new FileSample(image.sampleId(), file, annotation);
  }

  private static List<Path> unused(
      List<GroundTruthFile> truths, List<LabelFiles> labels, List<ImageEntry> images) {
    if (!truths.isEmpty() || labels.isEmpty()) {
      return List.of();
    }
    return labels.get(0).without(images.stream().map(ImageEntry::name).collect(Collectors.toSet()));
  }
}
