package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.FilesByName;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the ADE20K of the scene parsing challenge, with the instances of 2017 if they are there.
 */
public final class ChallengeReader implements DatasetReader {
  private static final String ROOT = "root";
  private static final String JPEG = ".jpg";
  private static final String PNG = ".png";

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
    SortedMap<String, Path> images = files(split.images(), JPEG, split).files();
    if (images.isEmpty()) {
      throw SplitErrors.error(
          spec, "split '" + spec.split() + "' is empty: no " + JPEG + " in " + split.images());
    }
    FilesByName classes = files(split.classes(), PNG, split);
    FilesByName objects = split.objects() == null ? null : files(split.objects(), PNG, split);
    if (objects != null) {
      ChallengeClasses.requireThings(spec);
    }
    List<FileSample> samples = new ArrayList<>();
    images.forEach(
        (id, image) -> {
          Path classFile = classes.labelsOf(spec, id, image);
          Path objectFile = objects == null ? null : objects.labelsOf(spec, id, image);
          samples.add(
              new FileSample(
                  id, image, new ChallengeAnnotation(classFile, objectFile, spec.labels())));
        });
    List<Path> rest = new ArrayList<>(classes.without(images.keySet()));
    if (objects != null) {
      rest.addAll(objects.without(images.keySet()));
    }
    Set<SegmentationTask> tasks =
        objects == null ? Set.of(SegmentationTask.SEMANTIC) : EnumSet.allOf(SegmentationTask.class);
    return new FileDataset(spec, tasks, samples, rest);
  }

  private static FilesByName files(Path folder, String ending, ChallengeSplit split) {
    return FilesByName.of(folder, ending).startingWith(split.prefix());
  }
}
