package io.github.segbench.report.table;

/** Writes a table in one format. */
@FunctionalInterface
public interface TableWriter {
  /** The whole file, with {@code \n} at the end of each line; text is escaped for the format. */
  String write(Table table);
}
