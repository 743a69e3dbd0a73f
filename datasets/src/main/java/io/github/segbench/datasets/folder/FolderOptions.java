package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.SplitErrors;
import io.github.segbench.datasets.pixels.LabelCoding;
import io.github.segbench.datasets.pixels.LabelTable;
import io.github.segbench.datasets.pixels.RawIds;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the folder reader can be told, and what it makes of it. */
record FolderOptions(DatasetSpec spec) {
  private static final String ROOT = "root";
  private static final String IMAGES = "images";
  private static final String LABELS = "labels";
  private static final String CODING = "coding";
  private static final String TABLE = "table";
  private static final String INSTANCES = "instances";
  private static final String INSTANCE_CODING = "instanceCoding";
  private static final String CATEGORY = "category";
  private static final String PANOPTIC = "panoptic";
  private static final String DIVISOR = "divisor";
  private static final String DERIVE_PANOPTIC = "derivePanoptic";
  private static final String LIST = "list";
  private static final String SPLITS = "splits";
  private static final String ALL = "all";

  private static final String IDS = "ids";
  private static final String COLOURS = "colours";

  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.path(ROOT, "The folder that all patterns start from.").asRequired(),
          OptionSpec.string(
                  IMAGES,
                  null,
                  "Pattern of the image files, such as {split}/{id}.png; * stands for anything within"
                      + " a name.")
              .asRequired(),
          OptionSpec.string(
              LABELS, null, "Pattern of the label files, such as {split}annot/{id}.png."),
          OptionSpec.choice(
              CODING,
              IDS,
              List.of(IDS, COLOURS),
              "Whether label files are told apart by the values of their pixels or by colour."),
          OptionSpec.map(
              TABLE,
              "The category of each value or colour (#rrggbb) of the label files; void for none,"
                  + " key other for all that are not named."),
          OptionSpec.string(
              INSTANCES,
              null,
              "Pattern of the files of objects, such as {id}_mask.png or {id}/masks/*.png;"
                  + " {category} is the name of a category."),
          OptionSpec.choice(
              INSTANCE_CODING,
              ObjectCoding.VALUES.id(),
              ObjectCoding.ids(),
              "Whether an object is a value, a colour, or a file of its own."),
          OptionSpec.string(
              CATEGORY,
              null,
              "The category of all objects; by default what {category} or the labels below say."),
          OptionSpec.string(
              PANOPTIC,
              null,
              "Pattern of panoptic PNG files, R + 256 G + 65536 B = category x divisor + number."),
          OptionSpec.integer(
              DIVISOR, null, 1, "What the numbers of panoptic files are divided by."),
          OptionSpec.bool(
              DERIVE_PANOPTIC, false, "Whether labels and objects make up a panoptic map."),
          OptionSpec.string(
              LIST,
              null,
              "Pattern of text files that name the ids of a split, one a line, such as {split}.txt."),
          OptionSpec.strings(
              SPLITS, null, "The names of the splits; by default those that the files show."),
          OptionSpec.string(
              ALL, null, "The name of a split of all images, beside those that have a list."));

  /**
   * @throws DatasetException if a pattern is malformed, or the root is no folder
   */
  FolderLayout layout() {
    Options options = spec.options();
    return new FolderLayout(
        spec,
        options.path(ROOT),
        new FilePattern(options.string(IMAGES)),
        pattern(LABELS),
        pattern(INSTANCES),
        pattern(PANOPTIC),
        pattern(LIST),
        options.has(SPLITS) ? options.strings(SPLITS) : List.of(),
        options.has(ALL) ? options.string(ALL) : null);
  }

  private @Nullable FilePattern pattern(String option) {
    return spec.options().has(option) ? new FilePattern(spec.options().string(option)) : null;
  }

  /**
   * @throws DatasetException if options are missing or contradict each other
   */
  FolderCoding coding() {
    Options options = spec.options();
    Set<SegmentationTask> tasks = EnumSet.noneOf(SegmentationTask.class);
    if (options.has(LABELS)) {
      tasks.add(SegmentationTask.SEMANTIC);
    }
    if (options.has(INSTANCES)) {
      tasks.add(SegmentationTask.INSTANCE);
    }
    if (options.has(PANOPTIC) || options.bool(DERIVE_PANOPTIC)) {
      tasks.add(SegmentationTask.PANOPTIC);
    }
    check(options);
    return new FolderCoding(
        spec.labels(),
        labelCoding(options),
        ObjectCoding.of(options.string(INSTANCE_CODING)),
        options.has(DIVISOR) ? (int) Math.min(options.integer(DIVISOR), Integer.MAX_VALUE) : 1,
        options.bool(DERIVE_PANOPTIC),
        tasks);
  }

  private void check(Options options) {
    boolean labels = options.has(LABELS);
    boolean instances = options.has(INSTANCES);
    require(
        labels || instances || options.has(PANOPTIC),
        "no annotations, expected option labels, instances or panoptic");
    require(options.has(PANOPTIC) == options.has(DIVISOR), "panoptic files need a divisor");
    if (options.bool(DERIVE_PANOPTIC)) {
      require(
          labels && instances && !options.has(PANOPTIC),
          "derivePanoptic needs labels and instances, and no panoptic files");
    }
    if (instances) {
      boolean named = options.has(CATEGORY) || options.string(INSTANCES).contains("{category}");
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
    boolean hasTable = options.has(TABLE);
    if (options.string(CODING).equals(COLOURS)) {
      return new LabelTable(hasTable ? options.map(TABLE) : Map.of(), spec.labels()).ofColours();
    }
    return hasTable
        ? new LabelTable(options.map(TABLE), spec.labels()).ofValues()
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
      if (!spec.options().has(CATEGORY)) {
        return null;
      }
      name = spec.options().string(CATEGORY);
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
