package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Category;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A JSON file in COCO's form that grows by one image at a time: {@code info}, {@code categories},
 * {@code annotations} and, last, {@code images}, of which the names are kept until then.
 *
 * <p>Source of the form: cocodataset.org, Data format.
 */
final class CocoDocument implements AutoCloseable {
  private final JsonOutput output;
  private final List<Image> images = new ArrayList<>();

  /**
   * An entry of {@code images}.
   *
   * @param id written as a number if it is one
   */
  record Image(String id, String fileName, int width, int height) {}

  /** Starts a file with the categories, up to the open list of annotations. */
  CocoDocument(Path file, @Nullable CocoInfo info, List<Category> categories) {
    output = new JsonOutput(file);
    output.write(
        json -> {
          json.writeStartObject();
          if (info != null) {
            json.writeObjectPropertyStart("info");
            json.writeStringProperty("description", info.description());
            json.writeStringProperty("version", info.version());
            json.writeEndObject();
          }
          json.writeArrayPropertyStart("categories");
          for (Category category : categories) {
            writeCategory(json, category);
          }
          json.writeEndArray();
          json.writeArrayPropertyStart("annotations");
        });
  }

  private static void writeCategory(JsonGenerator json, Category category) {
    json.writeStartObject();
    json.writeNumberProperty("id", category.id());
    json.writeStringProperty("name", category.name());
    if (category.group() != null) {
      json.writeStringProperty("supercategory", category.group());
    }
    json.writeNumberProperty("isthing", category.isThing() ? 1 : 0);
    json.writeArrayPropertyStart("color");
    json.writeNumber(category.colour() >> 16);
    json.writeNumber(category.colour() >> 8 & 0xFF);
    json.writeNumber(category.colour() & 0xFF);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes to the place in the list of annotations where the next one goes. */
  void annotate(JsonOutput.Part annotation) {
    output.write(annotation);
  }

  void add(Image image) {
    images.add(image);
  }

  /** Ends the annotations and writes the images. */
  void finish() {
    output.write(
        json -> {
          json.writeEndArray();
          json.writeArrayPropertyStart("images");
          for (Image image : images) {
            json.writeStartObject();
            JsonOutput.writeImageId(json, "id", image.id());
            json.writeStringProperty("file_name", image.fileName());
            json.writeNumberProperty("width", image.width());
            json.writeNumberProperty("height", image.height());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeRaw('\n');
          json.flush();
        });
  }

  @Override
  public void close() {
    output.close();
  }
}
