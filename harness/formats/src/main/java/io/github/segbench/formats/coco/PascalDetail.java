package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The classes in a PASCAL in Detail file, {@code trainval_merged.json}: COCO's form under other
 * names. Ids are those of PASCAL Context, 1 to 459.
 *
 * <p>The file is read as a stream, once; segmentations stay packed until their image is read.
 * Parts, boundaries, occlusion and joints are passed over.
 *
 * <p>Source of the form, and of how masks are painted: PASCAL in Detail API,
 * PythonAPI/detail/__init__.py, {@code getMask}.
 */
public final class PascalDetail {
  private static final String LIST = "annos_segmentation";
  private static final int LARGEST_ID = 459;

  private final List<DetailImage> images;
  private final ImageIndex index;
  private final ImageAnnotations annotations;

  private PascalDetail(Path file, Lists lists) {
    if (lists.images == null || lists.annotations == null) {
      throw new FormatException(
          file + ": key '" + (lists.images == null ? "images" : LIST) + "' is missing");
    }
    images = List.copyOf(lists.images);
    index = new ImageIndex(file, lists.sizes);
    annotations = new ImageAnnotations(file, LIST, lists.annotations, index, ids());
  }

  /** Any id that an annotation may have. */
  private static LabelSet ids() {
    List<Category> ids =
        IntStream.rangeClosed(0, LARGEST_ID)
            .mapToObj(id -> new Category(id, Integer.toString(id), false, 0))
            .toList();
    return new LabelSet("pascal-context", ids, LabelSet.NO_IGNORE);
  }

  /**
   * Reads a file, whatever the order of its lists. A damaged mask comes to light when its image is
   * read.
   *
   * @throws FormatException naming the file, the entry and its value, if the file is missing or no
   *     whole JSON, a key is missing or of another type, or entries contradict one another
   */
  public static PascalDetail read(Path json) {
    return new PascalDetail(json, JsonCursor.read(json, PascalDetail::readLists));
  }

  private static Lists readLists(JsonCursor json) {
    json.requireObject("the file");
    Lists lists = new Lists();
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      switch (key) {
        case "images" -> lists.images = json.once(key, lists.images, j -> readImages(j, lists));
        case LIST ->
            lists.annotations = json.once(key, lists.annotations, PascalDetail::readAnnotations);
        default -> json.skip();
      }
    }
    return lists;
  }

  private static List<DetailImage> readImages(JsonCursor json, Lists lists) {
    List<DetailImage> images = new ArrayList<>();
    json.requireArray("images");
    while (json.nextElement()) {
      json.enterEntry("images", images.size());
      images.add(readImage(json, lists));
    }
    json.leaveEntries();
    return images;
  }

  private static DetailImage readImage(JsonCursor json, Lists lists) {
    Long id = null;
    String fileName = null;
    String phase = null;
    int width = 0;
    int height = 0;
    json.requireObject("an entry");
    for (String key = json.nextKey(); key != null; key = json.nextKey()) {
      switch (key) {
        case "image_id" -> id = json.wholeNumber(key);
        case "file_name" -> fileName = json.text(key);
        case "phase" -> phase = json.text(key);
        case "width" -> width = json.wholeNumber(key, 1, Short.MAX_VALUE);
        case "height" -> height = json.wholeNumber(key, 1, Short.MAX_VALUE);
        default -> json.skip();
      }
    }
    if (id == null) {
      throw json.missing("image_id");
    }
    if (fileName == null || phase == null) {
      throw json.missing(fileName == null ? "file_name" : "phase");
    }
    if (width == 0 || height == 0) {
      throw json.missing(width == 0 ? "width" : "height");
    }
    lists.sizes.add(new CocoImage(id, fileName, width, height));
    return new DetailImage(id, fileName, phase);
  }

  private static AnnotationTable readAnnotations(JsonCursor json) {
    AnnotationTable table = new AnnotationTable();
    AnnotationRow row = new AnnotationRow();
    SegmentationReader segmentations = new SegmentationReader(table.arena());
    json.requireArray(LIST);
    while (json.nextElement()) {
      json.enterEntry(LIST, table.size());
      json.requireObject("an entry");
      row.clear();
      for (String key = json.nextKey(); key != null; key = json.nextKey()) {
        switch (key) {
          case "image_id" -> {
            row.image = json.wholeNumber(key);
            row.hasImage = true;
          }
          case "category_id" -> row.category = json.wholeNumber(key, 0, LARGEST_ID);
          case "segmentation" -> segmentations.read(json, row);
          default -> json.skip();
        }
      }
      if (!row.hasImage || row.category < 0) {
        throw json.missing(row.hasImage ? "category_id" : "image_id");
      }
      if (row.kind == SegmentationKind.BOX) {
        throw json.missing("segmentation");
      }
      table.add(row);
    }
    json.leaveEntries();
    return table;
  }

  /** In the order of the file. */
  public List<DetailImage> images() {
    return images;
  }

  /**
   * The ids of an image's pixels, 0 where nothing is annotated. Where annotations overlap, the
   * later one counts.
   *
   * @throws FormatException if a mask is damaged
   */
  public LabelMap labels(DetailImage image) {
    InstanceSegmentation masks = annotations.read(index.indexOf(image.id()), 1);
    short[] ids = new short[masks.width() * masks.height()];
    for (Instance instance : masks.instances()) {
      instance.mask().forEachPixel(pixel -> ids[pixel] = (short) instance.category());
    }
    return new LabelMap(masks.width(), masks.height(), ids);
  }

  /** The lists of a file as far as it has been read. */
  private static final class Lists {
    private final List<CocoImage> sizes = new ArrayList<>();
    private @Nullable List<DetailImage> images;
    private @Nullable AnnotationTable annotations;
  }
}
