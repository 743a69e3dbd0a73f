package io.github.segbench.datasets.sbd;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.FilesByName;
import io.github.segbench.datasets.files.ListedImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads SBD: semantic ground truth, and that of instances where the folder {@code inst} is there.
 *
 * <p>Source: B. Hariharan et al., Semantic Contours from Inverse Detectors, ICCV 2011, and the
 * README of its benchmark; pytorch/vision, torchvision/datasets/sbd.py.
 */
public final class SbdReader implements DatasetReader {
  private static final String ROOT = "root";
  private static final String IMAGES = "img";
  private static final String CLASSES = "cls";
  private static final String OBJECTS = "inst";
  private static final String MAT = "mat";

  @Override
  public String id() {
    return "sbd";
  }

  @Override
  public String description() {
    return "Semantic Boundaries Dataset: img, and MATLAB files in cls and inst";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.path(
                ROOT, "The folder of img, cls, inst and the lists: benchmark_RELEASE/dataset.")
            .asRequired());
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    ListedImages images = images(spec);
    Path folder = spec.options().path(ROOT).resolve(OBJECTS);
    FilesByName objects = Files.isDirectory(folder) ? new FilesByName(folder, List.of(MAT)) : null;
    List<FileSample> samples = new ArrayList<>();
    for (ListedImages.Entry entry : images.entries()) {
      @Nullable Path object = objects == null ? null : images.require(objects, entry);
      samples.add(
          new FileSample(
              entry.id(), entry.image(), new SbdAnnotation(entry.labels(), object, spec.labels())));
    }
    Set<SegmentationTask> tasks =
        objects == null
            ? Set.of(SegmentationTask.SEMANTIC)
            : Set.of(SegmentationTask.SEMANTIC, SegmentationTask.INSTANCE);
    return new FileDataset(spec, tasks, samples, List.of());
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return images(spec).splits();
  }

  private static ListedImages images(DatasetSpec spec) {
    Path root = spec.options().path(ROOT);
    return new ListedImages(
        spec, root, root.resolve(IMAGES), root.resolve(CLASSES), MAT, ListedImages.ANY_SPLIT);
  }
}
