package io.github.segbench.datasets.export;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON file in COCO's form that grows by one image at a time: {@code info}, {@code categories},
 * {@code annotations} and, last, {@code images}, of which the names are kept until then.
 *
 * <p>Source of the form: cocodataset.org, Data format.
 */
final class CocoFile implements AutoCloseable {
  private final JsonGenerator json;
  private final List<Image> images = new ArrayList<>();

  /**
   * An entry of {@code images}.
   *
   * @param id the number of the image from 1
   */
  record Image(int id, String fileName, int width, int height) {}

  /** Starts a file with the categories, up to the open list of annotations. */
  CocoFile(Path file, Dataset dataset, List<Category> categories) throws IOException {
    json =
        new JsonFactory()
            .createGenerator(
                ObjectWriteContext.empty(), Files.newOutputStream(file), JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeObjectPropertyStart("info");
    json.writeStringProperty("description", dataset.id() + " " + dataset.split());
    json.writeStringProperty("version", dataset.fingerprint());
    json.writeEndObject();
    json.writeArrayPropertyStart("categories");
    for (Category category : categories) {
      writeCategory(category);
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("annotations");
  }

  private void writeCategory(Category category) {
    json.writeStartObject();
    json.writeNumberProperty("id", category.id());
    json.writeStringProperty("name", category.name());
    json.writeNumberProperty("isthing", category.isThing() ? 1 : 0);
    json.writeArrayPropertyStart("color");
    json.writeNumber(category.colour() >> 16);
    json.writeNumber(category.colour() >> 8 & 0xFF);
    json.writeNumber(category.colour() & 0xFF);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The place in the list of annotations where the next one goes. */
  JsonGenerator annotations() {
    return json;
  }

  void add(Image image) {
    images.add(image);
  }

  /** A box as {@code [x, y, width, height]}. */
  static void writeBox(JsonGenerator json, BoundingBox box) {
    json.writeArrayPropertyStart("bbox");
    writeNumber(json, box.x());
    writeNumber(json, box.y());
    writeNumber(json, box.width());
    writeNumber(json, box.height());
    json.writeEndArray();
  }

  /** A whole number without a fraction, as it stands in COCO's own files. */
  static void writeNumber(JsonGenerator json, double number) {
    if (number == Math.rint(number)) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }

  /** Ends the annotations and writes the images. */
  void finish() {
    json.writeEndArray();
    json.writeArrayPropertyStart("images");
    for (Image image : images) {
      json.writeStartObject();
      json.writeNumberProperty("id", image.id());
      json.writeStringProperty("file_name", image.fileName());
      json.writeNumberProperty("width", image.width());
      json.writeNumberProperty("height", image.height());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public void close() {
    json.close();
  }
}
