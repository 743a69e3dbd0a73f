package io.github.segbench.datasets.export;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.coco.CocoInfo;
import io.github.segbench.formats.coco.CocoPanopticWriter;
import io.github.segbench.formats.coco.PanopticFiles;
import java.nio.file.Path;

/** Panoptic ground truth: {@code panoptic.json} and {@code panoptic/ID.png}. */
final class PanopticWriter implements TaskWriter {
  private final CocoPanopticWriter writer;

  PanopticWriter(Path root, Dataset dataset) {
    CocoInfo info = new CocoInfo(dataset.id() + " " + dataset.split(), dataset.fingerprint());
    PanopticFiles files = PanopticFiles.beside(root.resolve("panoptic.json"));
    writer = new CocoPanopticWriter(files, dataset.labels().categories(), info);
  }

  @Override
  public void write(String id, long number, Segmentations groundTruth) {
    String image = Long.toString(number);
    writer.write(image, id + ".png", groundTruth.panoptic().orElseThrow());
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
