package io.github.segbench.report.table;

/** The catalogue of table formats. */
public enum TableFormat {
  TEXT("Text", "txt", new TextWriter()),
  MARKDOWN("Markdown", "md", new MarkdownWriter()),
  LATEX("LaTeX", "tex", new LatexWriter()),
  CSV("CSV", "csv", new CsvWriter());

  private final String title;
  private final String extension;
  private final TableWriter writer;

  TableFormat(String title, String extension, TableWriter writer) {
    this.title = title;
    this.extension = extension;
    this.writer = writer;
  }

  /** The format's name for people. */
  public String title() {
    return title;
  }

  /** How its files end, without the dot. */
  public String extension() {
    return extension;
  }

  public String write(Table table) {
    return writer.write(table);
  }
}
