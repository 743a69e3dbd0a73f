package io.github.segbench.datasets.sbd;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.datasets.files.ListedImages;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

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
  private static final String MAT = ".mat";

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
    return images(spec)
        .dataset(
            spec.options().path(ROOT).resolve(OBJECTS),
            (classes, objects) -> new SbdAnnotation(classes, objects, spec.labels()));
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
