package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.png.PanopticPng;
import io.github.segbench.formats.png.SegmentIdMap;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Panoptic maps in COCO's form, ground truth or predictions: a JSON file that says what the
 * segments are, and a folder of PNG files. Images are known by their id as text, be it a number as
 * in COCO's own files or a name as in those of Cityscapes.
 *
 * <p>Source of the form: cocodataset.org, Data format, Panoptic; cityscapesScripts, {@code
 * createPanopticImgs.py}.
 */
public final class CocoPanoptic implements StoredSegmentations {
  private final PanopticFiles files;
  private final LabelSet labels;
  private final Map<String, PanopticEntry> entries = new LinkedHashMap<>();
  private final List<String> images;
  private final Map<String, CocoImage> sizes;

  private CocoPanoptic(PanopticFiles files, PanopticReader lists, LabelSet labels) {
    this.files = files;
    this.labels = labels;
    List<PanopticEntry> read = lists.entries();
    if (read == null) {
      throw new FormatException(files.json() + ": key 'annotations' is missing");
    }
    if (!Files.isDirectory(files.folder())) {
      throw new FormatException(
          files.folder() + ": no such folder, expected the PNG maps of " + files.json());
    }
    for (PanopticEntry entry : read) {
      requireKnownCategories(entry);
      entries.put(entry.image(), entry);
    }
    images = List.copyOf(entries.keySet());
    Map<String, CocoImage> listed = lists.images();
    sizes = listed == null ? Map.of() : listed;
    if (listed != null) {
      requireKnownImages(listed.keySet(), "an image of the list 'images'");
    }
  }

  /**
   * Reads ground truth. The maps are read, and come to light if damaged, one by one.
   *
   * @throws FormatException naming the file, the entry and its value, if the file or the folder is
   *     missing, a key is missing or of another type, or entries contradict one another
   */
  public static CocoPanoptic read(PanopticFiles files) {
    PanopticReader lists = JsonCursor.read(files.json(), PanopticReader::read);
    List<Category> categories = lists.categories();
    if (categories == null) {
      throw new FormatException(files.json() + ": key 'categories' is missing");
    }
    return new CocoPanoptic(files, lists, CategoryReader.labels(files.json(), categories));
  }

  /** As {@link #read(PanopticFiles)}. */
  public static CocoPanoptic read(Path json, Path folder) {
    return read(new PanopticFiles(json, folder));
  }

  /**
   * Reads predictions; the categories are those of the ground truth, whatever the file lists.
   *
   * @throws FormatException as for ground truth, or if an image or a category is not in the ground
   *     truth
   */
  public static CocoPanoptic readPredictions(PanopticFiles files, CocoPanoptic truth) {
    CocoPanoptic predictions = readPredictions(files, truth.labels);
    predictions.requireKnownImages(truth.entries.keySet(), "an image of " + truth.files.json());
    return predictions;
  }

  /** Reads predictions of any images; the label set says which categories there are. */
  public static CocoPanoptic readPredictions(PanopticFiles files, LabelSet labels) {
    return new CocoPanoptic(files, JsonCursor.read(files.json(), PanopticReader::read), labels);
  }

  private void requireKnownCategories(PanopticEntry entry) {
    for (Segment segment : entry.segments()) {
      if (labels.indexOf(segment.category()) < 0) {
        throw new FormatException(
            files.json()
                + ": image "
                + entry.image()
                + ": category_id of segment "
                + segment.id()
                + " is "
                + segment.category()
                + ", expected a category of '"
                + labels.id()
                + "'");
      }
    }
  }

  private void requireKnownImages(Set<String> known, String expected) {
    for (String image : images) {
      if (!known.contains(image)) {
        throw new FormatException(
            files.json() + ": annotations: image_id is " + image + ", expected " + expected);
      }
    }
  }

  public PanopticFiles files() {
    return files;
  }

  public LabelSet labels() {
    return labels;
  }

  /** What the list {@code images} says, by the id as text; empty if the file has no such list. */
  public Map<String, CocoImage> imageList() {
    return Collections.unmodifiableMap(sizes);
  }

  /**
   * The PNG map of an image, whether it is there or not; empty if the image has no annotation.
   *
   * @throws FormatException if the file has something that is no name of a file
   */
  public Optional<Path> mapFile(String image) {
    return Optional.ofNullable(entries.get(image)).map(this::fileOf);
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.PANOPTIC);
  }

  /** The ids of the images that have an annotation, in its order. */
  @Override
  public List<String> images() {
    return images;
  }

  @Override
  public Optional<Segmentations> read(String image) {
    PanopticEntry entry = entries.get(image);
    return entry == null ? Optional.empty() : Optional.of(Segmentations.of(map(entry)));
  }

  private PanopticSegmentation map(PanopticEntry entry) {
    Path file = fileOf(entry);
    SegmentIdMap map = PanopticPng.read(file);
    @Nullable CocoImage image = sizes.get(entry.image());
    if (image != null && (map.width() != image.width() || map.height() != image.height())) {
      throw new FormatException(
          file
              + ": map of image "
              + entry.image()
              + " is "
              + map.width()
              + "x"
              + map.height()
              + ", expected "
              + image.width()
              + "x"
              + image.height()
              + " as "
              + files.json()
              + " says");
    }
    return new PanopticSegmentation(map.width(), map.height(), map.ids(), entry.segments());
  }

  private Path fileOf(PanopticEntry entry) {
    try {
      return files.folder().resolve(entry.fileName());
    } catch (InvalidPathException e) {
      throw new FormatException(
          files.json() + ": image " + entry.image() + ": file_name is no name of a file", e);
    }
  }
}
