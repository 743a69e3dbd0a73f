package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.ParityResult;
import io.github.segbench.engine.result.ParityValue;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Column.Better;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The table of how far backends agree: a row for each model, data set and pair of backends. */
public final class ParityTable {
  private ParityTable() {}

  public static Table of(List<ParityResult> results) {
    List<Column> columns =
        List.of(
            Column.text("model", "Model"),
            Column.text("dataset", "Data set"),
            Column.text("reference", "Reference"),
            Column.text("backend", "Backend"),
            number("images", "Images", "", Quantity.COUNT),
            number("largest_difference", "Largest difference", "", Quantity.DIFFERENCE),
            number("lowest_agreement", "Lowest agreement", "%", Quantity.FINE_PERCENT),
            Column.text("limits", "Limits"));
    List<List<Cell>> rows = new ArrayList<>();
    for (ParityResult result : results) {
      rows.add(
          List.of(
              Cell.of(result.model()),
              Cell.of(result.dataset()),
              Cell.of(result.reference()),
              Cell.of(result.backend()),
              Cell.of(result.images()),
              cell(result.largestDifference()),
              cell(result.lowestAgreement()),
              Cell.of(verdict(result))));
    }
    return new Table(
        "parity",
        "How far backends agree on the same inputs: the largest difference of any number that the"
            + " network gives, and the image with the fewest pixels of the same labels.",
        columns,
        rows);
  }

  private static Column number(String id, String title, String unit, Quantity quantity) {
    return new Column(id, "", title, unit, quantity, Better.NEITHER, false);
  }

  private static Cell cell(OptionalDouble value) {
    return value.isPresent() ? Cell.of(value.getAsDouble()) : Cell.EMPTY;
  }

  private static String verdict(ParityResult result) {
    if (!result.problem().isEmpty()) {
      return "not compared: " + result.problem();
    }
    return result.values().stream()
        .filter(value -> !value.passed())
        .findFirst()
        .map(ParityTable::broken)
        .orElse("kept");
  }

  private static String broken(ParityValue first) {
    return "not kept, first by " + first.subject() + " of image " + first.image();
  }
}
