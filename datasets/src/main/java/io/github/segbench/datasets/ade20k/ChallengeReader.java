package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ADE20K of the scene parsing challenge, with the instances of 2017 if they are there.
 */
public final class ChallengeReader implements DatasetReader {
  private static final String ROOT = "root";
  private static final String JPEG = ".jpg";

  @Override
  public String id() {
    return "ade20k-challenge";
  }

  @Override
  public String description() {
    return "ADE20K as in the scene parsing challenge: images/, annotations/, annotations_instance/";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.path(ROOT, "The folder that has images/ and annotations/.").asRequired());
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return new TreeSet<>(ChallengeSplit.all(spec, spec.options().path(ROOT)).keySet());
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    SortedMap<String, ChallengeSplit> splits = ChallengeSplit.all(spec, spec.options().path(ROOT));
    ChallengeSplit split = splits.get(spec.split());
    if (split == null) {
      throw SplitErrors.unknownSplit(spec, new TreeSet<>(splits.keySet()));
    }
    SortedMap<String, Path> images = FolderEntries.of(split.images()).filesWith(JPEG);
    images.keySet().removeIf(name -> !name.startsWith(split.prefix()));
    if (images.isEmpty()) {
      throw SplitErrors.error(
          spec, "split '" + spec.split() + "' is empty: no " + JPEG + " in " + split.images());
    }
    PngFolder classes = new PngFolder(spec, split.classes(), split.prefix());
    if (split.objects() == null) {
      List<FileSample> samples = samples(spec, images, classes, null);
      return new FileDataset(spec, Set.of(SegmentationTask.SEMANTIC), samples, classes.rest());
    }
    ChallengeClasses.requireThings(spec);
    PngFolder objects = new PngFolder(spec, split.objects(), split.prefix());
    List<FileSample> samples = samples(spec, images, classes, objects);
    List<Path> rest = new ArrayList<>(classes.rest());
    rest.addAll(objects.rest());
    return new FileDataset(spec, EnumSet.allOf(SegmentationTask.class), samples, rest);
  }

  private static List<FileSample> samples(
      DatasetSpec spec,
      SortedMap<String, Path> images,
      PngFolder classes,
      @Nullable PngFolder objects) {
    List<FileSample> samples = new ArrayList<>();
    images.forEach(
        (id, image) -> {
          Path classFile = classes.take(id, image);
          Path objectFile = objects == null ? null : objects.take(id, image);
          samples.add(
              new FileSample(
                  id, image, new ChallengeAnnotation(classFile, objectFile, spec.labels())));
        });
    return samples;
  }
}
