package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.result.RunFolder;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.PredictionWriter;
import io.github.segbench.formats.coco.CocoImageIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The folder {@code predictions/TRIAL/} of a run: the predictions of each task of a trial in the
 * formats that were chosen for it, or in its default format if none was.
 */
public final class SavedPredictions implements PredictionStore {
  private final RunFolder folder;
  private final Set<SavedFormat> chosen;

  /**
   * @param chosen formats; of each task that none of them is of, the default is written
   */
  public SavedPredictions(RunFolder folder, Set<SavedFormat> chosen) {
    this.folder = folder;
    this.chosen = Set.copyOf(chosen);
  }

  @Override
  public PredictionSink open(OpenTrial trial) {
    List<String> images = trial.samples().stream().map(Sample::id).toList();
    List<PredictionWriter> writers = new ArrayList<>();
    try {
      for (SegmentationTask task : trial.tasks().stream().sorted().toList()) {
        for (SavedFormat format : formats(task)) {
          writers.add(open(format, trial));
        }
      }
    } catch (FormatException e) {
      writers.forEach(PredictionWriter::close);
      throw e;
    }
    return new OrderedPredictions(images, writers);
  }

  private PredictionWriter open(SavedFormat format, OpenTrial trial) {
    PredictionWriter writer =
        format.open(folder.predictionsFolder(trial.trial().id()), trial.labels());
    return format.isNumbered()
        ? new NumberedWriter(writer, CocoImageIds.of(trial.dataset().splitIds()))
        : writer;
  }

  private List<SavedFormat> formats(SegmentationTask task) {
    List<SavedFormat> possible = SavedFormat.of(task);
    List<SavedFormat> wanted = possible.stream().filter(chosen::contains).toList();
    return wanted.isEmpty() ? possible.subList(0, 1) : wanted;
  }

  /** Writes images under the numbers that they have in COCO files. */
  private record NumberedWriter(PredictionWriter writer, CocoImageIds ids)
      implements PredictionWriter {
    @Override
    public void write(String image, Segmentations prediction) {
      writer.write(Long.toString(ids.of(image)), prediction);
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
}
