package io.github.segbench.report.published;

import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.report.ReportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a file of published numbers, one in a row. */
final class PublishedFile {
  static final List<String> HEADER =
      List.of(
          "model",
          "backbone",
          "dataset",
          "split",
          "protocol",
          "scales",
          "training_data",
          "metric",
          "category",
          "value",
          "source",
          "citation",
          "checked");

  private static final Set<String> SCALES = Set.of("", "single", "multi");
  private static final Set<String> CHECKED = Set.of("read", "quoted", "noted");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final Path file;
  private long line = 1;

  PublishedFile(Path file) {
    this.file = file;
  }

  /**
   * @throws ReportException naming file, line and column of the first mistake
   */
  List<PublishedNumber> read() {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      if (!parser.getHeaderNames().equals(HEADER)) {
        throw mistake("columns are " + String.join(",", parser.getHeaderNames()), HEADER);
      }
      List<PublishedNumber> numbers = new ArrayList<>();
      Set<List<Object>> seen = new HashSet<>();
      line++;
      for (CSVRecord row : parser) {
        line = parser.getCurrentLineNumber();
        PublishedNumber number = number(row);
        if (!seen.add(List.of(number.model(), number.metric(), number.category()))) {
          throw mistake("a second value of a number", "each number once", null);
        }
        numbers.add(number);
        line++;
      }
      return numbers;
    } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage()).replaceFirst("^\\S+Exception: ", "");
      throw mistake("no CSV (" + reason + ")", "fields quoted as in RFC 4180", e);
    }
  }

  private PublishedNumber number(CSVRecord row) {
    if (!row.isConsistent()) {
      throw mistake(row.size() + " fields", HEADER);
    }
    if (!CHECKED.contains(row.get("checked"))) {
      throw wrong(row, "checked", "read, quoted or noted");
    }
    if (!SCALES.contains(row.get("scales"))) {
      throw wrong(row, "scales", "single, multi or nothing");
    }
    PublishedModel model =
        new PublishedModel(
            filled(row, "model"),
            row.get("backbone"),
            filled(row, "dataset"),
            filled(row, "split"),
            filled(row, "protocol"),
            row.get("scales"),
            row.get("training_data"),
            filled(row, "source"),
            filled(row, "citation"));
    return new PublishedNumber(model, metric(row), filled(row, "category"), fraction(row));
  }

  private Metric metric(CSVRecord row) {
    return Metric.named(row.get("metric"))
        .orElseThrow(() -> wrong(row, "metric", "a name that 'segbench list metrics' knows"));
  }

  private double fraction(CSVRecord row) {
    double value;
    try {
      value = Double.parseDouble(row.get("value"));
    } catch (NumberFormatException e) {
      throw wrong(row, "value", "a fraction 0..1");
    }
    if (!(value >= 0 && value <= 1)) {
      throw wrong(row, "value", "a fraction 0..1");
    }
    return value;
  }

  private String filled(CSVRecord row, String column) {
    String text = row.get(column);
    if (text.isEmpty()) {
      throw wrong(row, column, "some text");
    }
    return text;
  }

  private ReportException wrong(CSVRecord row, String column, String expected) {
    return mistake("column " + column + " is '" + row.get(column) + "'", expected, null);
  }

  private ReportException mistake(String what, List<String> expected) {
    return mistake(what, String.join(",", expected), null);
  }

  private ReportException mistake(String what, String expected, @Nullable Throwable cause) {
    return new ReportException(
        file + ", line " + line + ": " + what + ", expected " + expected, cause);
  }
}
