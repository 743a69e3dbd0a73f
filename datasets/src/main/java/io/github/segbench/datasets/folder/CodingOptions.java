package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.SplitErrors;
import io.github.segbench.datasets.pixels.LabelCoding;
import io.github.segbench.datasets.pixels.LabelTable;
import io.github.segbench.datasets.pixels.RawIds;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the options of the folder reader say of how annotations are read. */
record CodingOptions(DatasetSpec spec) {
  /**
   * @throws DatasetException if options are missing or contradict each other
   */
  FolderCoding coding() {
    Options options = spec.options();
    Set<SegmentationTask> tasks = EnumSet.noneOf(SegmentationTask.class);
    if (options.has(FolderOptions.LABELS)) {
      tasks.add(SegmentationTask.SEMANTIC);
    }
    if (options.has(FolderOptions.INSTANCES)) {
      tasks.add(SegmentationTask.INSTANCE);
    }
    if (options.has(FolderOptions.PANOPTIC) || options.bool(FolderOptions.DERIVE_PANOPTIC)) {
      tasks.add(SegmentationTask.PANOPTIC);
    }
    check(options);
    return new FolderCoding(
        spec.labels(),
        labelCoding(options),
        ObjectCoding.of(options.string(FolderOptions.INSTANCE_CODING)),
        options.has(FolderOptions.DIVISOR)
            ? (int) Math.min(options.integer(FolderOptions.DIVISOR), Integer.MAX_VALUE)
            : 1,
        options.bool(FolderOptions.DERIVE_PANOPTIC),
        tasks);
  }

  private void check(Options options) {
    boolean labels = options.has(FolderOptions.LABELS);
    boolean instances = options.has(FolderOptions.INSTANCES);
    require(
        labels || instances || options.has(FolderOptions.PANOPTIC),
        "no annotations, expected option labels, instances or panoptic");
    require(
        options.has(FolderOptions.PANOPTIC) == options.has(FolderOptions.DIVISOR),
        "panoptic files need a divisor");
    if (options.bool(FolderOptions.DERIVE_PANOPTIC)) {
      require(
          labels && instances && !options.has(FolderOptions.PANOPTIC),
          "derivePanoptic needs labels and instances, and no panoptic files");
    }
    if (instances) {
      boolean named =
          options.has(FolderOptions.CATEGORY)
              || options.string(FolderOptions.INSTANCES).contains("{category}");
      require(
          labels || named,
          "the category of instances is not known, expected option category, {category} in their"
              + " pattern, or labels");
    }
  }

  private void require(boolean condition, String problem) {
    if (!condition) {
      throw SplitErrors.error(spec, problem);
    }
  }

  private LabelCoding labelCoding(Options options) {
    boolean hasTable = options.has(FolderOptions.TABLE);
    if (options.string(FolderOptions.CODING).equals(FolderOptions.COLOURS)) {
      return new LabelTable(hasTable ? options.map(FolderOptions.TABLE) : Map.of(), spec.labels())
          .ofColours();
    }
    return hasTable
        ? new LabelTable(options.map(FolderOptions.TABLE), spec.labels()).ofValues()
        : new RawIds(spec.labels());
  }

  /**
   * The id of the category of an object's file; null if the labels say it.
   *
   * @throws DatasetException if it is no thing of the label set
   */
  @Nullable Integer category(FilePattern.Found file) {
    String name = file.category();
    if (name == null) {
      if (!spec.options().has(FolderOptions.CATEGORY)) {
        return null;
      }
      name = spec.options().string(FolderOptions.CATEGORY);
    }
    Category category = spec.labels().byName(name).filter(Category::isThing).orElse(null);
    if (category == null) {
      throw SplitErrors.error(
          spec,
          file.file()
              + " is of category '"
              + name
              + "', expected one of "
              + spec.labels().things().stream().map(Category::name).toList());
    }
    return category.id();
  }
}
