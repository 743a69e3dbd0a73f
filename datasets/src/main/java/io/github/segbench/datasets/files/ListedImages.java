package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Images whose splits are text files of ids, {@code SPLIT.txt}, and whose label files lie in one
 * folder for all splits: the layout of PASCAL VOC and of what was made from it.
 */
public final class ListedImages {
  /** Any split that there is a list of. */
  public static final Set<String> ANY_SPLIT = Set.of();

  private static final List<String> IMAGES = List.of(".jpg", ".jpeg", ".png");
  private static final String LIST = ".txt";

  private final DatasetSpec spec;
  private final FilesByName lists;
  private final FilesByName images;
  private final FilesByName labels;
  private final String ending;
  private final Set<String> allowed;

  /** An image of the split and the file that annotates it. */
  private record Entry(String id, Path image, Path labels) {}

  /** Makes the annotation of an image. */
  public interface Annotator {
    /**
     * @param labels the file of its labels
     * @param objects the file of its objects; null if the data set has none
     */
    Annotation annotate(Path labels, @Nullable Path objects);
  }

  /**
   * @param lists the folder of the lists
   * @param images the folder of the images, JPEG or PNG
   * @param labels the folder of the label files
   * @param ending of the label files, such as {@code .png}
   * @param allowed the splits that may be opened, or {@link #ANY_SPLIT}
   * @throws DatasetException if one of the folders is not there
   */
  public ListedImages(
      DatasetSpec spec, Path lists, Path images, Path labels, String ending, Set<String> allowed) {
    for (Path folder : List.of(images, labels, lists)) {
      SplitErrors.requireFolder(spec, folder);
    }
    this.spec = spec;
    this.lists = FilesByName.of(lists, LIST);
    this.images = new FilesByName(FolderNames.of(images), IMAGES);
    this.labels = FilesByName.of(labels, ending);
    this.ending = ending;
    this.allowed = Set.copyOf(allowed);
  }

  /** The splits with a list that names at least one image that has labels. */
  public SortedSet<String> splits() {
    SortedSet<String> splits = new TreeSet<>(lists.files().keySet());
    splits.removeIf(split -> !isAllowed(split) || !isAnnotated(split));
    return splits;
  }

  private boolean isAnnotated(String split) {
    return IdList.words(lists.find(split).orElseThrow()).stream()
        .anyMatch(id -> labels.find(id).isPresent());
  }

  private boolean isAllowed(String split) {
    return allowed.isEmpty() || allowed.contains(split);
  }

  private List<Entry> entries() {
    String split = spec.split();
    Path list = lists.find(split).filter(file -> isAllowed(split)).orElse(null);
    if (list == null) {
      throw SplitErrors.unknownSplit(spec, splits());
    }
    List<Entry> entries = new ArrayList<>();
    for (String id : IdList.read(list)) {
      Path image =
          images
              .find(id)
              .orElseThrow(
                  () ->
                      SplitErrors.error(
                          spec, "no image " + images.expected(id) + " for an id of " + list));
      entries.add(new Entry(id, image, labels.labelsOf(spec, id, image)));
    }
    if (entries.isEmpty()) {
      throw SplitErrors.error(
          spec, "split '" + split + "' is empty: " + list + " names no image, expected one a line");
    }
    return entries;
  }

  /**
   * The images of the split of the specification, in the order of its list, with their semantic
   * ground truth.
   *
   * @throws DatasetException if the split is unknown or empty, or an image or its labels are
   *     missing
   */
  public FileDataset dataset(Function<Path, Annotation> annotation) {
    List<FileSample> samples =
        entries().stream()
            .map(
                entry ->
                    new FileSample(entry.id(), entry.image(), annotation.apply(entry.labels())))
            .toList();
    return new FileDataset(spec, Set.of(SegmentationTask.SEMANTIC), samples, List.of());
  }

  /**
   * The same, and with the ground truth of instances if there is a folder of objects: files of the
   * same names and ending as the labels.
   *
   * @throws DatasetException as above, or if that folder lacks an image's file
   */
  public FileDataset dataset(Path objects, Annotator annotator) {
    if (!Files.isDirectory(objects)) {
      return dataset(labels -> annotator.annotate(labels, null));
    }
    FilesByName files = FilesByName.of(objects, ending);
    List<FileSample> samples = new ArrayList<>();
    for (Entry entry : entries()) {
      Path object = files.labelsOf(spec, entry.id(), entry.image());
      samples.add(
          new FileSample(entry.id(), entry.image(), annotator.annotate(entry.labels(), object)));
    }
    return new FileDataset(
        spec, Set.of(SegmentationTask.SEMANTIC, SegmentationTask.INSTANCE), samples, List.of());
  }
}
