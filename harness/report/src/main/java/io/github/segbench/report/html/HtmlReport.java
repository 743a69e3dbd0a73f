package io.github.segbench.report.html;

import io.github.segbench.report.ReportException;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.chart.Picture;
import io.github.segbench.report.published.PublishedNumber;
import io.github.segbench.report.table.Table;
import io.github.segbench.report.table.TableFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of one or several stored runs: a page that needs no other file and no network, and
 * beside it every chart as SVG and PNG and every table as text, Markdown, LaTeX and CSV.
 */
public final class HtmlReport {
  private final TemplateRenderer renderer;
  private final List<PublishedNumber> published;

  /**
   * A report without published numbers.
   *
   * @param userTemplates a folder whose files take the place of packaged templates of the same
   *     name; null for none
   * @throws ReportException if the folder is not there
   */
  public HtmlReport(@Nullable Path userTemplates) {
    this(userTemplates, List.of());
  }

  /**
   * @param userTemplates a folder whose files take the place of packaged templates of the same
   *     name; null for none
   * @param published numbers of others; those of the runs' data sets are shown
   * @throws ReportException if the folder is not there
   */
  public HtmlReport(@Nullable Path userTemplates, List<PublishedNumber> published) {
    this.renderer = new TemplateRenderer(userTemplates);
    this.published = List.copyOf(published);
  }

  /**
   * Writes {@code index.html}, {@code charts/} and {@code tables/}, each file under a temporary
   * name first.
   *
   * @param runs at least one
   * @param outFolder made if need be
   * @return the page
   * @throws ReportException if a file cannot be written, a gallery file is missing or a template is
   *     wrong
   */
  public Path write(List<ReportInput> runs, Path outFolder) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a report of no runs");
    }
    PageBuilder builder = new PageBuilder(runs, published);
    String html = renderer.render(builder.build());
    Path page = outFolder.resolve("index.html");
    try {
      Path charts = Files.createDirectories(outFolder.resolve("charts"));
      for (Map.Entry<String, Picture> picture : builder.pictures().entrySet()) {
        String name = picture.getKey();
        write(charts.resolve(name + ".svg"), picture.getValue().svgFile(builder.description(name)));
        write(charts.resolve(name + ".png"), picture.getValue().png());
      }
      Path tables = Files.createDirectories(outFolder.resolve("tables"));
      for (Table table : builder.tables()) {
        for (TableFormat format : TableFormat.values()) {
          write(tables.resolve(table.name() + "." + format.extension()), format.write(table));
        }
      }
      write(page, html);
    } catch (IOException e) {
      throw new ReportException("report cannot be written to " + outFolder + ": " + e, e);
    }
    return page;
  }

  private static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(temporary, content);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
