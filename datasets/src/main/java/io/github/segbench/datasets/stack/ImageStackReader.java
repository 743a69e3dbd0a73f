package io.github.segbench.datasets.stack;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.SplitErrors;
import io.github.segbench.datasets.files.SplitPattern;
import io.github.segbench.datasets.pixels.LabelTable;
import io.github.segbench.datasets.pixels.PageReader;
import io.github.segbench.datasets.pixels.RawIds;
import io.github.segbench.datasets.pixels.ValueCoding;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Reads pairs of TIFF files: page N of the one is an image, page N of the other its labels. The id
 * of a sample is the number of its page, from 0, in as many digits as the last one has.
 */
public final class ImageStackReader implements DatasetReader {
  private static final String ROOT = "root";
  private static final String IMAGES = "images";
  private static final String LABELS = "labels";
  private static final String TABLE = "table";

  @Override
  public String id() {
    return "image-stack";
  }

  @Override
  public String description() {
    return "Images and labels as the pages of two TIFF files";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.path(ROOT, "The folder of the files.").asRequired(),
        OptionSpec.string(
            IMAGES, "{split}-volume.tif", "Name of the file of a split's images; has {split}."),
        OptionSpec.string(
            LABELS, "{split}-labels.tif", "Name of the file of a split's labels; has {split}."),
        OptionSpec.map(
            TABLE,
            "The category of each value of the labels; void for none, key other for all that are"
                + " not named. By default values are ids."));
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    ValueCoding coding =
        spec.options().has(TABLE)
            ? new LabelTable(spec.options().map(TABLE), spec.labels()).ofValues()
            : new RawIds(spec.labels());
    SortedSet<String> known = splits(spec);
    if (!known.contains(spec.split())) {
      throw SplitErrors.unknownSplit(spec, known);
    }
    Path images = pattern(spec, IMAGES).of(spec.options().path(ROOT), spec.split());
    Path labels = pattern(spec, LABELS).of(spec.options().path(ROOT), spec.split());
    int pages = pages(images);
    if (pages(labels) != pages) {
      throw SplitErrors.error(
          spec,
          labels
              + " has "
              + pages(labels)
              + " pages, expected "
              + pages
              + " as the images in "
              + images);
    }
    String format = "%0" + String.valueOf(pages - 1).length() + "d";
    List<FileSample> samples =
        IntStream.range(0, pages)
            .mapToObj(
                page ->
                    new FileSample(
                        String.format(Locale.ROOT, format, page),
                        new PageImage(images, page),
                        new PageLabels(labels, page, coding)))
            .toList();
    return new FileDataset(spec, Set.of(SegmentationTask.SEMANTIC), samples, List.of());
  }

  /** Those that have both files. */
  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    Path root = spec.options().path(ROOT);
    SplitErrors.requireFolder(spec, root);
    SortedSet<String> splits = pattern(spec, IMAGES).splits(root);
    splits.retainAll(pattern(spec, LABELS).splits(root));
    return splits;
  }

  private static SplitPattern pattern(DatasetSpec spec, String option) {
    SplitPattern pattern = new SplitPattern(spec.options().string(option));
    if (!pattern.hasSplit()) {
      throw SplitErrors.error(
          spec,
          "option "
              + option
              + " is '"
              + pattern
              + "', expected a name with {split}, such as {split}-volume.tif");
    }
    return pattern;
  }

  private static int pages(Path file) {
    try (PageReader reader = PageReader.ofTiff(file)) {
      return reader.pages();
    } catch (FormatException | IOException e) {
      throw new DatasetException(String.valueOf(e.getMessage()), e);
    }
  }
}
