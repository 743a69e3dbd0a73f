package io.github.segbench.engine.result;

import io.github.segbench.metrics.evaluation.ImageValue;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The file {@code images.csv}: one row for each per-image metric of each image of a trial. */
final class ImagesCsv {
  private static final List<String> HEADER = List.of("trial", "image", "metric", "value");

  private ImagesCsv() {}

  static String write(List<TrialResult> trials) {
    CsvTable table = new CsvTable(HEADER);
    for (TrialResult trial : trials) {
      trial.accuracy().ifPresent(accuracy -> write(table, trial.identity().id(), accuracy));
    }
    return table.toString();
  }

  private static void write(CsvTable table, String trialId, AccuracyResult accuracy) {
    for (var evaluation : accuracy.evaluations()) {
      for (ImageValue value : evaluation.imageValues()) {
        table.row(trialId, accuracy.imageIds().get(value.image()), value.metric(), value.value());
      }
    }
  }

  /**
   * @param positions of the image ids in the trial's list
   */
  static ImageValue read(CSVRecord row, Map<String, Integer> positions) {
    Integer position = positions.get(row.get("image"));
    if (position == null) {
      throw new IllegalArgumentException(
          "image '" + row.get("image") + "' is not in the image list of run.json");
    }
    return new ImageValue(position, row.get("metric"), CsvTable.number(row, "value"));
  }
}
