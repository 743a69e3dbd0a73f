package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Instance ground truth as a COCO file, with a compressed run-length mask an object. */
public final class CocoInstancesWriter implements AutoCloseable {
  private final CocoDocument document;
  private int annotations;

  /**
   * @throws FormatException if the file cannot be written; as all methods
   */
  public CocoInstancesWriter(Path json, CocoInfo info, List<Category> categories) {
    document = new CocoDocument(json, info, categories);
  }

  /** Adds an image with its objects, which are numbered from 1 over all images. */
  public void write(long id, String fileName, InstanceSegmentation truth) {
    String image = Long.toString(id);
    document.add(new CocoDocument.Image(image, fileName, truth.width(), truth.height()));
    for (Instance instance : truth.instances()) {
      annotations++;
      document.annotate(json -> write(json, instance, image));
    }
  }

  private void write(JsonGenerator json, Instance instance, String image) {
    json.writeStartObject();
    json.writeNumberProperty("id", annotations);
    JsonOutput.writeImageId(json, "image_id", image);
    json.writeNumberProperty("category_id", instance.category());
    json.writeNumberProperty("iscrowd", instance.crowd() ? 1 : 0);
    json.writeName("area");
    JsonOutput.writeNumber(json, instance.area());
    JsonOutput.writeBox(json, instance.box());
    JsonOutput.writeMask(json, instance.mask());
    json.writeEndObject();
  }

  /** Completes the file. */
  public void finish() {
    document.finish();
  }

  @Override
  public void close() {
    document.close();
  }
}
