package io.github.segbench.engine.result;

import io.github.segbench.engine.result.ResourceUse.Quantity;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The file {@code resources.csv}: one row for each quantity that a trial was found to need. */
final class ResourcesCsv {
  private static final List<String> HEADER =
      List.of("trial", "model", "backend", "device", "precision", "quantity", "unit", "value");

  private ResourcesCsv() {}

  static String write(List<TrialResult> trials) {
    CsvTable table = new CsvTable(HEADER);
    for (TrialResult trial : trials) {
      TrialIdentity identity = trial.identity();
      for (ResourceUse use : trial.latency().resources()) {
        table.row(
            identity.id(),
            identity.modelId(),
            identity.backend(),
            identity.device(),
            identity.precision(),
            use.quantity().id(),
            use.quantity().unit(),
            use.value());
      }
    }
    return table.toString();
  }

  static ResourceUse read(CSVRecord row) {
    return new ResourceUse(
        Quantity.named(row.get("quantity"))
            .orElseThrow(
                () -> new IllegalArgumentException("unknown quantity " + row.get("quantity"))),
        Double.parseDouble(row.get("value")));
  }
}
