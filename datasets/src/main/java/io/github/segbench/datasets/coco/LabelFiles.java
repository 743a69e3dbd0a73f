package io.github.segbench.datasets.coco;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.datasets.files.SplitPattern;
import io.github.segbench.datasets.pixels.LabelFile;
import io.github.segbench.datasets.pixels.RawIds;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The label PNG files of a split, one an image, under the image's name. */
final class LabelFiles {
  private static final String NAME = "{name}";

  private final FolderNames folder;
  private final String pattern;
  private final LabelSet labels;

  /**
   * @param pattern such as <code>stuffthingmaps/{split}/{name}.png</code>
   * @throws DatasetException if there is no such folder
   */
  LabelFiles(Path root, SplitPattern pattern, String split, LabelSet labels) {
    this.folder = FolderNames.of(folder(pattern).of(root, split));
    this.pattern = lastName(pattern).replace("{split}", split);
    this.labels = labels;
  }

  /**
   * The folder that a pattern's files lie in.
   *
   * @throws DatasetException if it has no folder, or the name of the image elsewhere than in the
   *     file's
   */
  static SplitPattern folder(SplitPattern pattern) {
    int slash = pattern.text().lastIndexOf('/');
    String folder = slash < 0 ? "" : pattern.text().substring(0, slash);
    if (folder.isEmpty() || folder.contains(NAME) || !lastName(pattern).contains(NAME)) {
      throw new DatasetException(
          "pattern '" + pattern + "' of labels, expected one such as FOLDER/{split}/{name}.png");
    }
    return new SplitPattern(folder);
  }

  private static String lastName(SplitPattern pattern) {
    return pattern.text().substring(pattern.text().lastIndexOf('/') + 1);
  }

  /**
   * @param image the name of an image without its ending
   * @throws DatasetException if it has no labels
   */
  Annotation of(String image) {
    String name = pattern.replace(NAME, image);
    Path file = folder.folder().resolve(name);
    if (!folder.has(name)) {
      throw new DatasetException(file + ": no such file, expected the labels of image " + image);
    }
    return new LabelFile(file, new RawIds(labels));
  }

  /** The files that belong to none of the images. */
  List<Path> without(Set<String> images) {
    int at = pattern.indexOf(NAME);
    String before = pattern.substring(0, at);
    String after = pattern.substring(at + NAME.length());
    return folder.names().stream()
        .filter(name -> name.length() > before.length() + after.length())
        .filter(name -> name.startsWith(before) && name.endsWith(after))
        .filter(name -> !images.contains(name.substring(at, name.length() - after.length())))
        .map(folder.folder()::resolve)
        .toList();
  }
}
