package io.github.segbench.report.dataset;

import io.github.segbench.engine.dataset.DatasetStatistics;
import io.github.segbench.engine.dataset.StatisticsTable;
import io.github.segbench.engine.dataset.StatisticsTables;
import io.github.segbench.report.ReportException;
import io.github.segbench.report.chart.BarChart;
import io.github.segbench.report.chart.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folder that tables (CSV) and charts (SVG and PNG) about a split are written to. */
public final class StatisticsFolder {
  private final Path folder;

  /**
   * @param folder made if it is not there
   */
  public StatisticsFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes all tables and charts, in place of those that are there.
   *
   * @throws ReportException if a file cannot be written
   */
  public void write(DatasetStatistics statistics) {
    for (StatisticsTable table : new StatisticsTables(statistics).all()) {
      write(table.name() + ".csv", table.toCsv().getBytes(StandardCharsets.UTF_8));
    }
    for (Map.Entry<String, BarChart> chart : DatasetCharts.of(statistics).entrySet()) {
      Picture picture = chart.getValue().draw();
      String svg = picture.svgFile(chart.getValue().xTitle());
      write(chart.getKey() + ".svg", svg.getBytes(StandardCharsets.UTF_8));
      write(chart.getKey() + ".png", picture.png());
    }
  }

  private void write(String name, byte[] content) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Files.write(file, content);
    } catch (IOException e) {
      throw new ReportException(file + " cannot be written (" + e.getMessage() + ")", e);
    }
  }
}
