package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** A JSON file that is written from start to end, with the values that COCO's files have. */
final class JsonOutput implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Path file;
  private final JsonGenerator json;

  /** Something to write, which may fail. */
  interface Part {
    void write(JsonGenerator json);
  }

  /**
   * @throws FormatException if the file cannot be made
   */
  JsonOutput(Path file) {
    this.file = file;
    try {
      json =
          JsonFactory.builder()
              // What was not finished must not look whole.
              .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
              .build()
              .createGenerator(
                  ObjectWriteContext.empty(), Files.newOutputStream(file), JsonEncoding.UTF8);
    } catch (IOException e) {
      throw unwritten(file, e);
    }
  }

  static FormatException unwritten(Path file, Exception e) {
    return new FormatException(file + ": cannot be written (" + e.getMessage() + ")", e);
  }

  /**
   * @throws FormatException if the disk refuses it
   */
  void write(Part part) {
    try {
      part.write(json);
    } catch (JacksonIOException e) {
      throw unwritten(file, e);
    }
  }

  /** The id of an image as a number if it is one, as COCO's servers ask for; else as text. */
  static void writeImageId(JsonGenerator json, String key, String image) {
    if (NUMBER.matcher(image).matches()) {
      json.writeNumberProperty(key, Long.parseLong(image));
    } else {
      json.writeStringProperty(key, image);
    }
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

  /** A mask as compressed run lengths. */
  static void writeMask(JsonGenerator json, Mask mask) {
    json.writeObjectPropertyStart("segmentation");
    json.writeArrayPropertyStart("size");
    json.writeNumber(mask.height());
    json.writeNumber(mask.width());
    json.writeEndArray();
    json.writeStringProperty("counts", CocoRle.encode(mask));
    json.writeEndObject();
  }

  @Override
  public void close() {
    write(JsonGenerator::close);
  }
}
