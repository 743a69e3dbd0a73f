package io.github.segbench.engine.result;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows under a header, as the CSV files of a run have them: an absent value is an empty cell. */
public final class CsvTable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter printer;

  /** A table without rows. */
  public CsvTable(List<String> header) {
    try {
      printer = new CSVPrinter(text, FORMAT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    row(header.toArray());
  }

  /** A header of several parts. */
  @SafeVarargs
  static List<String> joined(List<String>... columns) {
    List<String> header = new ArrayList<>();
    for (List<String> part : columns) {
      header.addAll(part);
    }
    return header;
  }

  /** Adds a row; numbers are printed so that they read back to the same bits. */
  public void row(@Nullable Object... cells) {
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** The rows of a table without its header; cells are found by column name. */
  static List<CSVRecord> read(String csv) {
    CSVFormat withHeader = FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), withHeader)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static @Nullable Double number(CSVRecord row, String column) {
    String cell = row.get(column);
    return cell.isEmpty() ? null : Double.valueOf(cell);
  }
}
