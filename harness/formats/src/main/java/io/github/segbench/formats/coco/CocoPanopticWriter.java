package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.PredictionWriter;
import io.github.segbench.formats.png.PanopticPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Panoptic maps in COCO's form, predictions or ground truth: a JSON file and a folder of PNG files.
 * Ids of images that are made of digits are written as numbers. Segments without pixels are left
 * out, as COCO's tools refuse them.
 */
public final class CocoPanopticWriter implements PredictionWriter {
  private final PanopticFiles files;
  private final CocoDocument document;
  private final Set<String> images = new HashSet<>();

  /** Starts a file of predictions. */
  public CocoPanopticWriter(PanopticFiles files, List<Category> categories) {
    this(files, categories, null);
  }

  /**
   * @param info null to say nothing
   * @throws FormatException if the JSON file or the folder cannot be made
   */
  public CocoPanopticWriter(
      PanopticFiles files, List<Category> categories, @Nullable CocoInfo info) {
    this.files = files;
    try {
      Files.createDirectories(files.folder());
    } catch (IOException e) {
      throw JsonOutput.unwritten(files.folder(), e);
    }
    document = new CocoDocument(files.json(), info, categories);
  }

  @Override
  public void write(String image, Segmentations prediction) {
    write(
        image,
        image + ".png",
        prediction.panoptic().orElseThrow(() -> problem(image, "has no panoptic segmentation")));
  }

  /**
   * Adds one image.
   *
   * @param fileName of its PNG file in the folder, or in one below
   * @throws FormatException if it was written before, has pixels of a segment that it does not
   *     list, its file would lie outside of the folder, or a file cannot be written
   */
  public void write(String image, String fileName, PanopticSegmentation map) {
    if (!images.add(image)) {
      throw problem(image, "was written before");
    }
    Map<Integer, SegmentExtent> extents = SegmentExtent.of(map);
    requireListed(image, map, extents.keySet());
    Path file = fileOf(image, fileName);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, PanopticPng.encode(map));
    } catch (IOException e) {
      throw JsonOutput.unwritten(file, e);
    }
    document.add(new CocoDocument.Image(image, fileName, map.width(), map.height()));
    document.annotate(
        json -> {
          json.writeStartObject();
          JsonOutput.writeImageId(json, "image_id", image);
          json.writeStringProperty("file_name", fileName);
          json.writeArrayPropertyStart("segments_info");
          for (Segment segment : map.segments()) {
            SegmentExtent extent = extents.get(segment.id());
            if (extent != null) {
              write(json, segment, extent);
            }
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private Path fileOf(String image, String fileName) {
    try {
      Path file = files.folder().resolve(fileName).normalize();
      if (file.startsWith(files.folder().normalize())) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new FormatException(
          files.json() + ": image " + image + ": '" + fileName + "' is no name of a file", e);
    }
    throw problem(image, "would be written to '" + fileName + "', outside of " + files.folder());
  }

  private void requireListed(String image, PanopticSegmentation map, Set<Integer> ids) {
    Set<Integer> unlisted = new HashSet<>(ids);
    unlisted.remove(PanopticSegmentation.VOID);
    map.segments().forEach(segment -> unlisted.remove(segment.id()));
    if (!unlisted.isEmpty()) {
      throw problem(
          image,
          "has pixels of segment " + unlisted.iterator().next() + ", which it does not list");
    }
  }

  private FormatException problem(String image, String message) {
    return new FormatException(files.json() + ": image " + image + " " + message);
  }

  private static void write(JsonGenerator json, Segment segment, SegmentExtent extent) {
    json.writeStartObject();
    json.writeNumberProperty("id", segment.id());
    json.writeNumberProperty("category_id", segment.category());
    json.writeNumberProperty("iscrowd", segment.crowd() ? 1 : 0);
    json.writeNumberProperty("area", extent.area());
    JsonOutput.writeBox(json, extent.box());
    json.writeEndObject();
  }

  @Override
  public void finish() {
    document.finish();
  }

  @Override
  public void close() {
    document.close();
  }
}
