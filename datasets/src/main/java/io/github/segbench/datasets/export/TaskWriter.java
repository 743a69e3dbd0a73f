package io.github.segbench.datasets.export;

import io.github.segbench.api.segmentation.Segmentations;
import java.io.IOException;

/** Writes the files of one task, image after image. */
interface TaskWriter extends AutoCloseable {
  /**
   * @param id the sample's id, which names its files
   * @param number the image's number in COCO files
   */
  void write(String id, long number, Segmentations groundTruth) throws IOException;

  /** Completes the files; not called when a write failed. */
  void finish() throws IOException;

  @Override
  void close();
}
