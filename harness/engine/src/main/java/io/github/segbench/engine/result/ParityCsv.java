package io.github.segbench.engine.result;

import io.github.segbench.engine.result.ParityValue.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * The file {@code parity.csv}: one row for each output and task of each image of each pair of
 * backends, and one, without an image, for each pair that could not be compared.
 */
final class ParityCsv {
  private static final List<String> HEADER =
      List.of(
          "model",
          "dataset",
          "reference",
          "backend",
          "image",
          "measure",
          "subject",
          "value",
          "limit",
          "problem");

  private ParityCsv() {}

  static String write(List<ParityResult> results) {
    CsvTable table = new CsvTable(HEADER);
    for (ParityResult result : results) {
      for (ParityValue value : result.values()) {
        table.row(
            result.model(),
            result.dataset(),
            result.reference(),
            result.backend(),
            value.image(),
            value.measure().id(),
            value.subject(),
            value.value(),
            value.limit(),
            "");
      }
      if (!result.problem().isEmpty()) {
        table.row(
            result.model(),
            result.dataset(),
            result.reference(),
            result.backend(),
            "",
            "",
            "",
            null,
            null,
            result.problem());
      }
    }
    return table.toString();
  }

  static List<ParityResult> read(String csv) {
    Map<List<String>, List<CSVRecord>> pairs = new LinkedHashMap<>();
    for (CSVRecord row : CsvTable.read(csv)) {
      List<String> pair =
          List.of(row.get("model"), row.get("dataset"), row.get("reference"), row.get("backend"));
      pairs.computeIfAbsent(pair, key -> new ArrayList<>()).add(row);
    }
    return pairs.values().stream().map(ParityCsv::result).toList();
  }

  private static ParityResult result(List<CSVRecord> rows) {
    List<ParityValue> values = new ArrayList<>();
    String problem = "";
    for (CSVRecord row : rows) {
      if (row.get("measure").isEmpty()) {
        problem = row.get("problem");
      } else {
        values.add(
            new ParityValue(
                row.get("image"),
                Measure.valueOf(row.get("measure").toUpperCase(Locale.ROOT)),
                row.get("subject"),
                Double.parseDouble(row.get("value")),
                Double.parseDouble(row.get("limit"))));
      }
    }
    CSVRecord first = rows.get(0);
    return new ParityResult(
        first.get("model"),
        first.get("dataset"),
        first.get("reference"),
        first.get("backend"),
        values,
        problem);
  }
}
