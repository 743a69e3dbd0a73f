package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.PredictionWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * Detections as a COCO results file: an array of objects with {@code image_id}, {@code
 * category_id}, {@code bbox}, {@code score} and the mask as compressed run lengths. Ids of images
 * that are made of digits are written as numbers.
 *
 * <p>Source of the form: cocodataset.org, Results format.
 */
public final class CocoResultsWriter implements PredictionWriter {
  private final Path file;
  private final JsonOutput output;
  private final Set<String> images = new HashSet<>();

  /**
   * @throws FormatException if the file cannot be made
   */
  public CocoResultsWriter(Path json) {
    file = json;
    output = new JsonOutput(json);
    output.write(JsonGenerator::writeStartArray);
  }

  @Override
  public void write(String image, Segmentations prediction) {
    InstanceSegmentation detections =
        prediction.instance().orElseThrow(() -> problem(image, "has no instance segmentation"));
    if (!images.add(image)) {
      throw problem(image, "was written before");
    }
    for (Instance detection : detections.instances()) {
      if (Double.isInfinite(detection.score())) {
        throw problem(image, "has the score " + detection.score() + ", expected a finite number");
      }
      output.write(json -> write(json, image, detection));
    }
  }

  private FormatException problem(String image, String message) {
    return new FormatException(file + ": image " + image + " " + message);
  }

  private static void write(JsonGenerator json, String image, Instance detection) {
    json.writeStartObject();
    JsonOutput.writeImageId(json, "image_id", image);
    json.writeNumberProperty("category_id", detection.category());
    JsonOutput.writeBox(json, detection.box());
    json.writeNumberProperty("score", detection.score());
    JsonOutput.writeMask(json, detection.mask());
    json.writeEndObject();
  }

  @Override
  public void finish() {
    output.write(
        json -> {
          json.writeEndArray();
          json.writeRaw('\n');
          json.flush();
        });
  }

  @Override
  public void close() {
    output.close();
  }
}
