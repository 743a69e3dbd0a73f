package io.github.segbench.datasets.export;

import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Semantic ground truth: {@code labels/ID.png}, grey values are label ids. */
final class LabelsWriter implements TaskWriter {
  private final Path folder;

  LabelsWriter(Path root) throws IOException {
    folder = Files.createDirectory(root.resolve("labels"));
  }

  @Override
  public void write(String id, long number, Segmentations groundTruth) throws IOException {
    byte[] png = LabelPng.encode(groundTruth.semantic().orElseThrow().labels());
    Files.write(folder.resolve(id + ".png"), png);
  }

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
