package io.github.segbench.datasets.coco;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;

/** The check that the ids of a COCO file mean in it what they mean in a label set. */
final class CategoryCheck {
  private CategoryCheck() {}

  /**
   * @throws FormatException naming the first category of the file that the labels lack or that has
   *     another name there
   */
  static void requireSameNames(Path file, LabelSet inFile, LabelSet labels) {
    for (Category category : inFile.categories()) {
      Category known = find(file, category, labels);
      if (!known.name().equals(category.name())) {
        throw new FormatException(
            describe(file, category)
                + ", but '"
                + known.name()
                + "' in labels '"
                + labels.id()
                + "'");
      }
    }
  }

  /**
   * @throws FormatException naming the first category of the file that is a thing here and stuff
   *     there
   */
  static void requireSameKinds(Path file, LabelSet inFile, LabelSet labels) {
    for (Category category : inFile.categories()) {
      boolean thing = find(file, category, labels).isThing();
      if (thing != category.isThing()) {
        throw new FormatException(
            describe(file, category)
                + (thing ? ", stuff, but a thing" : ", a thing, but stuff")
                + " in labels '"
                + labels.id()
                + "'");
      }
    }
  }

  /**
   * @throws FormatException naming the first category of the file that is stuff in the labels
   */
  static void requireThings(Path file, LabelSet inFile, LabelSet labels) {
    for (Category category : inFile.categories()) {
      if (!find(file, category, labels).isThing()) {
        throw new FormatException(
            describe(file, category)
                + ", whose objects are annotated, but stuff in labels '"
                + labels.id()
                + "'");
      }
    }
  }

  /**
   * @throws FormatException if the labels have no ignore id
   */
  static void requireVoid(Path file, LabelSet labels) {
    if (labels.ignoreId().isEmpty()) {
      throw new FormatException(
          file
              + ": labels '"
              + labels.id()
              + "' have no ignore id, expected one for pixels that are not annotated");
    }
  }

  private static Category find(Path file, Category category, LabelSet labels) {
    return labels
        .byId(category.id())
        .orElseThrow(
            () ->
                new FormatException(
                    describe(file, category) + ", which is not in labels '" + labels.id() + "'"));
  }

  private static String describe(Path file, Category category) {
    return file + ": category " + category.id() + " is '" + category.name() + "'";
  }
}
