package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the folder reader can be told, and what it makes of it. */
record FolderOptions(DatasetSpec spec) {
  private static final String ROOT = "root";
  private static final String IMAGES = "images";
  static final String LABELS = "labels";
  static final String CODING = "coding";
  static final String TABLE = "table";
  static final String INSTANCES = "instances";
  static final String INSTANCE_CODING = "instanceCoding";
  static final String CATEGORY = "category";
  static final String PANOPTIC = "panoptic";
  static final String DIVISOR = "divisor";
  static final String DERIVE_PANOPTIC = "derivePanoptic";
  private static final String LIST = "list";
  private static final String SPLITS = "splits";
  private static final String ALL = "all";

  static final String IDS = "ids";
  static final String COLOURS = "colours";

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
}
