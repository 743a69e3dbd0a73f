package io.github.segbench.datasets.context;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import java.util.List;
import java.util.SortedSet;

/** Reads PASCAL Context; semantic ground truth. */
public final class ContextReader implements DatasetReader {
  static final String ROOT = "root";
  static final String ANNOTATIONS = "annotations";
  static final String IMAGES = "images";
  static final String LABELS = "labels";
  static final String LISTS = "lists";
  static final String JSON = "json";
  static final String PNG = "png";
  static final String MAT = "mat";

  @Override
  public String id() {
    return "pascal-context";
  }

  @Override
  public String description() {
    return "PASCAL Context: the images of VOC2010 with a JSON file, PNG files or MATLAB files";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.path(ROOT, "The folder of VOC2010.").asRequired(),
        OptionSpec.choice(
            ANNOTATIONS,
            JSON,
            List.of(JSON, PNG, MAT),
            "json: PASCAL in Detail's file; png: label PNG files; mat: the original MATLAB files."),
        OptionSpec.string(IMAGES, "JPEGImages", "Folder of the images, below the root."),
        OptionSpec.string(
            LABELS,
            null,
            "The JSON file or the folder of label files, below the root; by default"
                + " trainval_merged.json, SegmentationClassContext or trainval."),
        OptionSpec.string(
            LISTS,
            null,
            "Folder of the lists of ids, SPLIT.txt; by default ImageSets/SegmentationContext for"
                + " png and ImageSets/Main for mat. A JSON file has its own."));
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    return ContextForm.of(spec).open();
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return ContextForm.of(spec).splits();
  }
}
