package io.github.segbench.datasets.cityscapes;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.SplitErrors;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.cityscapes.CityscapesCategories;
import io.github.segbench.formats.cityscapes.CityscapesGroundTruth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the frames of one split and their annotations, by names alone. */
final class CityscapesListing {
  private static final String IMAGE = "_leftImg8bit.png";

  private final DatasetSpec spec;
  private final CityscapesLayout layout;

  CityscapesListing(DatasetSpec spec, CityscapesLayout layout) {
    this.spec = spec;
    this.layout = layout;
  }

  /**
   * The samples by ascending id, {@code city_sequence_frame}.
   *
   * @throws DatasetException if the split is unknown or empty, or an image has no labels
   * @throws FormatException if the label set is not of Cityscapes, or the files lack what a task
   *     needs
   */
  FileDataset dataset() {
    if (!layout.knownSplits().contains(spec.split())) {
      throw SplitErrors.unknownSplit(spec, layout.knownSplits());
    }
    CityscapesCategories categories = CityscapesCategories.of(spec.labels());
    CityscapesGroundTruth truth = truth(categories);
    Set<String> annotated = new HashSet<>(truth.images());
    List<FileSample> samples = new ArrayList<>();
    for (Map.Entry<String, Path> image : images().entrySet()) {
      String frame = image.getKey();
      if (!annotated.remove(frame)) {
        throw SplitErrors.error(
            spec, "image " + image.getValue() + " has no labels " + path(frame));
      }
      samples.add(
          new FileSample(frame, image.getValue(), new FrameAnnotation(truth, categories, frame)));
    }
    List<Path> unused =
        annotated.stream().sorted().flatMap(frame -> truth.files(frame).stream()).toList();
    return new FileDataset(spec, truth.tasks(), samples, unused);
  }

  private Path path(String frame) {
    String city = frame.substring(0, Math.max(0, frame.indexOf('_')));
    String name = frame + "_" + layout.annotations().getFileName() + "_labelIds.png";
    return layout.annotations().resolve(spec.split()).resolve(city).resolve(name);
  }

  private CityscapesGroundTruth truth(CityscapesCategories categories) {
    Path folder = layout.annotations().resolve(spec.split());
    if (!layout.tasks().isEmpty()) {
      return CityscapesGroundTruth.open(folder, layout.tasks()).as(categories);
    }
    CityscapesGroundTruth truth =
        CityscapesGroundTruth.open(folder, EnumSet.of(SegmentationTask.SEMANTIC)).as(categories);
    return truth.hasInstanceIds()
        ? truth.with(SegmentationTask.PANOPTIC).with(SegmentationTask.INSTANCE)
        : truth;
  }

  private SortedMap<String, Path> images() {
    Path folder = layout.images().resolve(spec.split());
    SortedMap<String, Path> images = new TreeMap<>();
    for (Path file : FileTree.files(folder)) {
      String name = FileTree.name(file);
      if (name.endsWith(IMAGE)) {
        String frame = name.substring(0, name.length() - IMAGE.length());
        Path other = images.put(frame, file);
        if (other != null) {
          throw SplitErrors.error(
              spec, "two images of frame '" + frame + "': " + other + " and " + file);
        }
      }
    }
    if (images.isEmpty()) {
      throw SplitErrors.error(
          spec,
          "split '" + spec.split() + "' is empty: nothing in " + folder + " fits CITY/*" + IMAGE);
    }
    return images;
  }
}
