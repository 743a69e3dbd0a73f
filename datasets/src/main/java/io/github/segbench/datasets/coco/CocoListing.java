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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the images of one split and what annotates them; parses JSON and opens no image. */
final class CocoListing {
  private static final Pattern IMAGE = Pattern.compile("(?i).*\\.(jpe?g|png|bmp|gif|tiff?|webp)");

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
    layout.requireKnown(spec);
    FolderNames folder = FolderNames.of(path(CocoLayout.IMAGES));
    List<GroundTruthFile> truths = truths();
    List<LabelFiles> labels = labels();
    List<ListedImage> images =
        new ArrayList<>(truths.isEmpty() ? imagesIn(folder) : truths.get(0).images());
    if (images.isEmpty()) {
      throw SplitErrors.error(spec, "split '" + spec.split() + "' is empty: no images " + source());
    }
    truths.forEach(truth -> requireSameImages(truth, truths.get(0)));
    images.sort(ListedImage.ORDER);
    List<FileSample> samples = new ArrayList<>();
    for (ListedImage image : images) {
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
            List.of(CocoLayout.INSTANCES, CocoLayout.PANOPTIC, CocoLayout.STUFF).stream()
                .filter(layout::has)
                .findFirst()
                .orElse(CocoLayout.IMAGES));
  }

  private List<GroundTruthFile> truths() {
    LabelSet labels = spec.labels();
    List<GroundTruthFile> truths = new ArrayList<>();
    if (layout.has(CocoLayout.INSTANCES)) {
      truths.add(InstanceFile.objects(path(CocoLayout.INSTANCES), labels));
    }
    if (layout.has(CocoLayout.PANOPTIC)) {
      Path json = path(CocoLayout.PANOPTIC);
      PanopticFiles files =
          layout.has(CocoLayout.PANOPTIC_MAPS)
              ? new PanopticFiles(json, path(CocoLayout.PANOPTIC_MAPS))
              : PanopticFiles.beside(json);
      truths.add(new PanopticFile(files, labels, layout.semanticFromPanoptic()));
    }
    if (layout.has(CocoLayout.STUFF)) {
      truths.add(InstanceFile.regions(path(CocoLayout.STUFF), labels));
    }
    return truths;
  }

  /** None or one. */
  private List<LabelFiles> labels() {
    return layout.has(CocoLayout.LABELS)
        ? List.of(
            new LabelFiles(
                layout.root(), layout.pattern(CocoLayout.LABELS), spec.split(), spec.labels()))
        : List.of();
  }

  private static Set<SegmentationTask> tasks(
      List<GroundTruthFile> truths, List<LabelFiles> labels) {
    Set<SegmentationTask> tasks = EnumSet.noneOf(SegmentationTask.class);
    truths.forEach(truth -> tasks.addAll(truth.tasks()));
    labels.forEach(files -> tasks.add(SegmentationTask.SEMANTIC));
    return tasks;
  }

  /** Images that no JSON file lists: all of the folder, known by their endings. */
  private static List<ListedImage> imagesIn(FolderNames folder) {
    Map<String, ListedImage> images = new TreeMap<>();
    for (String name : folder.names().stream().filter(IMAGE.asMatchPredicate()).toList()) {
      ListedImage image = new ListedImage(ListedImage.name(name), name);
      ListedImage other = images.put(image.id(), image);
      if (other != null) {
        throw new DatasetException(
            folder.folder()
                + ": two images of one name: "
                + other.fileName()
                + " and "
                + image.fileName());
      }
    }
    return List.copyOf(images.values());
  }

  private static void requireSameImages(GroundTruthFile truth, GroundTruthFile first) {
    Set<String> ids = truth.images().stream().map(ListedImage::id).collect(Collectors.toSet());
    Set<String> expected = first.images().stream().map(ListedImage::id).collect(Collectors.toSet());
    if (!ids.equals(expected)) {
      Set<String> different = new HashSet<>(ids);
      different.addAll(expected);
      different.removeIf(id -> ids.contains(id) && expected.contains(id));
      throw new FormatException(
          truth.file()
              + ": its images are not those of "
              + first.file()
              + ": one of them lacks image "
              + different.stream().sorted().findFirst().orElseThrow());
    }
  }

  private FileSample sample(ListedImage image, FolderNames folder, List<Annotation> parts) {
    Path file = folder.folder().resolve(image.fileName());
    if (!folder.has(image.fileName())) {
      throw SplitErrors.error(spec, "no image " + file + ", which is listed " + source());
    }
    Annotation annotation = parts.size() == 1 ? parts.get(0) : new JoinedAnnotation(parts);
    return new FileSample(image.sampleId(), file, annotation);
  }

  private static List<Path> unused(
      List<GroundTruthFile> truths, List<LabelFiles> labels, List<ListedImage> images) {
    if (!truths.isEmpty() || labels.isEmpty()) {
      return List.of();
    }
    return labels
        .get(0)
        .without(images.stream().map(ListedImage::name).collect(Collectors.toSet()));
  }
}
