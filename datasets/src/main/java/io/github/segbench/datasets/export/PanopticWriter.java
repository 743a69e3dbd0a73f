package io.github.segbench.datasets.export;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.png.PanopticPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Panoptic ground truth: {@code panoptic.json} and {@code panoptic/ID.png}. */
final class PanopticWriter implements TaskWriter {
  private final Path folder;
  private final CocoFile file;

  PanopticWriter(Path root, Dataset dataset) throws IOException {
    folder = Files.createDirectory(root.resolve("panoptic"));
    file = new CocoFile(root.resolve("panoptic.json"), dataset, dataset.labels().categories());
  }

  @Override
  public void write(String id, int number, Segmentations groundTruth) throws IOException {
    PanopticSegmentation truth = groundTruth.panoptic().orElseThrow();
    Files.write(folder.resolve(id + ".png"), PanopticPng.encode(truth));
    file.add(new CocoFile.Image(number, id + ".png", truth.width(), truth.height()));
    JsonGenerator json = file.annotations();
    json.writeStartObject();
    json.writeNumberProperty("image_id", number);
    json.writeStringProperty("file_name", id + ".png");
    json.writeArrayPropertyStart("segments_info");
    Map<Integer, SegmentExtent> extents = SegmentExtent.of(truth);
    for (Segment segment : truth.segments()) {
      SegmentExtent extent = extents.get(segment.id());
      if (extent != null) {
        write(segment, extent);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Segment segment, SegmentExtent extent) {
    JsonGenerator json = file.annotations();
    json.writeStartObject();
    json.writeNumberProperty("id", segment.id());
    json.writeNumberProperty("category_id", segment.category());
    json.writeNumberProperty("iscrowd", segment.crowd() ? 1 : 0);
    json.writeNumberProperty("area", extent.area());
    CocoFile.writeBox(json, extent.box());
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
