package io.github.segbench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The files that one call of segbench left.
 *
 * @param folder {@code NAME/TIMESTAMP}
 */
record StoredRun(Path folder) {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /** The only run of its name. */
  static StoredRun only(Path results, String name) {
    return new StoredRun(onlyIn(results.resolve(name)));
  }

  static Path onlyIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.reduce((a, b) -> failOnSecond(folder)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path failOnSecond(Path folder) {
    throw new AssertionError("more than one file in " + folder);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  List<CSVRecord> rows(String name) {
    try (CSVParser table = CSVParser.parse(Files.readString(file(name)), CSV)) {
      return table.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Metric, category, value and interval of every row of a data set. */
  List<String> values(String dataset) {
    return rows("metrics.csv").stream()
        .filter(row -> row.get("dataset").equals(dataset))
        .map(
            row ->
                String.join(
                    " ",
                    row.get("metric"),
                    row.get("category"),
                    row.get("value"),
                    row.get("ci_low"),
                    row.get("ci_high")))
        .toList();
  }
}
