package io.github.segbench.datasets.export;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.coco.CocoImageIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Writes a data set as images, label PNG files and COCO files, each for the tasks that it has.
 *
 * <pre>
 * images/ID.png      RGB
 * labels/ID.png      semantic: grey values are label ids, 8 bits if they fit, else 16
 * instances.json     instance: COCO, masks as compressed run lengths, categories are the things
 * panoptic.json      panoptic: COCO panoptic
 * panoptic/ID.png    panoptic: segment id = R + 256 G + 65536 B, 0 is void
 * </pre>
 *
 * <p>Images have the numbers of {@link CocoImageIds} in the whole split. A panoptic segment without
 * pixels is not written. One image is in memory at a time.
 */
public final class DatasetExporter {
  /**
   * Exports a data set. All is written to a new folder beside {@code folder}, which takes its name
   * in the end; after a failure nothing is left of it.
   *
   * @param folder absent or empty; its parents are made
   * @param progress told the number of images written so far, after each
   * @throws DatasetException if the folder is not empty, a sample cannot be read or a file not
   *     written
   */
  public void export(Dataset dataset, Path folder, IntConsumer progress) {
    try {
      try (StagedFolder staged = StagedFolder.beside(folder)) {
        write(dataset, staged.path(), progress);
        staged.publish();
      }
    } catch (IOException | FormatException e) {
      throw new DatasetException("cannot export to " + folder + ": " + e.getMessage(), e);
    }
  }

  private static void write(Dataset dataset, Path root, IntConsumer progress) throws IOException {
    Path images = Files.createDirectory(root.resolve("images"));
    List<TaskWriter> writers = new ArrayList<>();
    try {
      for (SegmentationTask task : dataset.tasks()) {
        writers.add(writer(task, root, dataset));
      }
      CocoImageIds numbers = CocoImageIds.of(dataset.splitIds());
      int done = 0;
      for (Sample sample : dataset.samples()) {
        AnnotatedImage loaded = sample.load();
        byte[] png = ImageCodec.encodePng(loaded.image());
        Files.write(images.resolve(sample.id() + ".png"), png);
        for (TaskWriter writer : writers) {
          writer.write(sample.id(), numbers.of(sample.id()), loaded.groundTruth());
        }
        done++;
        progress.accept(done);
      }
      for (TaskWriter writer : writers) {
        writer.finish();
      }
    } finally {
      writers.forEach(TaskWriter::close);
    }
  }

  private static TaskWriter writer(SegmentationTask task, Path root, Dataset dataset)
      throws IOException {
    return switch (task) {
      case SEMANTIC -> new LabelsWriter(root);
      case INSTANCE -> new InstancesWriter(root, dataset);
      case PANOPTIC -> new PanopticWriter(root, dataset);
    };
  }
}
