package io.github.segbench.datasets.export;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.coco.CocoInfo;
import io.github.segbench.formats.coco.CocoInstancesWriter;
import java.nio.file.Path;

/** Instance ground truth: {@code instances.json}, of the things alone. */
final class InstancesWriter implements TaskWriter {
  private final CocoInstancesWriter writer;

  InstancesWriter(Path root, Dataset dataset) {
    CocoInfo info = new CocoInfo(dataset.id() + " " + dataset.split(), dataset.fingerprint());
    writer =
        new CocoInstancesWriter(root.resolve("instances.json"), info, dataset.labels().things());
  }

  @Override
  public void write(String id, long number, Segmentations groundTruth) {
    writer.write(number, id + ".png", groundTruth.instance().orElseThrow());
  }

  @Override
  public void finish() {
    writer.finish();
  }

  @Override
  public void close() {
    writer.close();
  }
}
