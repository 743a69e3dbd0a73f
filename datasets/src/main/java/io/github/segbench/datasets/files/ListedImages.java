package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Images whose splits are text files of ids, {@code SPLIT.txt}, and whose label files lie in one
 * folder for all splits: the layout of PASCAL VOC and of what was made from it.
 */
public final class ListedImages {
  /** Any split that there is a list of. */
  public static final Set<String> ANY_SPLIT = Set.of();

  private static final List<String> IMAGES = List.of("jpg", "jpeg", "png");
  private static final String LIST = ".txt";

  private final DatasetSpec spec;
  private final Path lists;
  private final FilesByName images;
  private final FilesByName labels;
  private final Set<String> allowed;

  /** An image of the split and the file that annotates it. */
  public record Entry(String id, Path image, Path labels) {}

  /**
   * @param lists the folder of the lists
   * @param images the folder of the images, JPEG or PNG
   * @param labels the folder of the label files
   * @param ending of the label files, in lower case
   * @param allowed the splits that may be opened, or {@link #ANY_SPLIT}
   * @throws DatasetException if one of the folders is not there
   */
  public ListedImages(
      DatasetSpec spec, Path lists, Path images, Path labels, String ending, Set<String> allowed) {
    for (Path folder : List.of(images, labels, lists)) {
      SplitErrors.requireFolder(spec, folder);
    }
    this.spec = spec;
    this.lists = lists;
    this.images = new FilesByName(images, IMAGES);
    this.labels = new FilesByName(labels, List.of(ending));
    this.allowed = Set.copyOf(allowed);
  }

  /** The splits with a list that names at least one image that has labels. */
  public SortedSet<String> splits() {
    SortedSet<String> splits = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(lists, "*" + LIST)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String split = name.substring(0, name.length() - LIST.length());
        if (isAllowed(split)
            && IdList.read(file).stream().anyMatch(id -> labels.find(id).isPresent())) {
          splits.add(split);
        }
      }
    } catch (IOException e) {
      throw new DatasetException(lists + ": cannot be listed (" + e.getMessage() + ")", e);
    }
    return splits;
  }

  private boolean isAllowed(String split) {
    return allowed.isEmpty() || allowed.contains(split);
  }

  /**
   * The images of the split of the specification, in the order of its list.
   *
   * @throws DatasetException if the split is unknown or empty, or an image or its labels are
   *     missing
   */
  public List<Entry> entries() {
    String split = spec.split();
    Path list = lists.resolve(split + LIST);
    if (!isAllowed(split) || !lists.equals(list.getParent()) || !Files.isRegularFile(list)) {
      throw SplitErrors.unknownSplit(spec, splits());
    }
    List<Entry> entries = new ArrayList<>();
    for (String id : IdList.read(list)) {
      Path image = require(images, id, "no image ", " for an id of " + list);
      Path label = require(labels, id, "image " + image + " has no labels ", "");
      entries.add(new Entry(id, image, label));
    }
    if (entries.isEmpty()) {
      throw SplitErrors.error(
          spec, "split '" + split + "' is empty: " + list + " names no image, expected one a line");
    }
    return entries;
  }

  /** The file of an id in a further folder that all images must have one in. */
  public Path require(FilesByName files, Entry entry) {
    return require(files, entry.id(), "image " + entry.image() + " has no labels ", "");
  }

  private Path require(FilesByName files, String id, String before, String after) {
    return files
        .find(id)
        .orElseThrow(() -> SplitErrors.error(spec, before + files.expected(id) + after));
  }
}
