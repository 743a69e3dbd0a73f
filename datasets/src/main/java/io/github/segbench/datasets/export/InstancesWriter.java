package io.github.segbench.datasets.export;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.Segmentations;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;

/** Instance ground truth: {@code instances.json} with a compressed run-length mask an object. */
final class InstancesWriter implements TaskWriter {
  private final CocoFile file;
  private int annotations;

  InstancesWriter(Path root, Dataset dataset) throws IOException {
    file = new CocoFile(root.resolve("instances.json"), dataset, dataset.labels().things());
  }

  @Override
  public void write(String id, int number, Segmentations groundTruth) {
    InstanceSegmentation truth = groundTruth.instance().orElseThrow();
    file.add(new CocoFile.Image(number, id + ".png", truth.width(), truth.height()));
    for (Instance instance : truth.instances()) {
      annotations++;
      write(instance, number);
    }
  }

  private void write(Instance instance, int image) {
    JsonGenerator json = file.annotations();
    json.writeStartObject();
    json.writeNumberProperty("id", annotations);
    json.writeNumberProperty("image_id", image);
    json.writeNumberProperty("category_id", instance.category());
    json.writeNumberProperty("iscrowd", instance.crowd() ? 1 : 0);
    json.writeName("area");
    CocoFile.writeNumber(json, instance.area());
    CocoFile.writeBox(json, instance.box());
    json.writeObjectPropertyStart("segmentation");
    json.writeArrayPropertyStart("size");
    json.writeNumber(instance.mask().height());
    json.writeNumber(instance.mask().width());
    json.writeEndArray();
    json.writeStringProperty("counts", CocoRle.encode(instance.mask()));
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void finish() {
    file.finish();
  }

  @Override
  public void close() {
    file.close();
  }
}
