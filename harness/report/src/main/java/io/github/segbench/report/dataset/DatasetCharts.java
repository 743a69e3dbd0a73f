package io.github.segbench.report.dataset;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.engine.dataset.DatasetStatistics;
import io.github.segbench.engine.dataset.InstanceStatistics;
import io.github.segbench.engine.dataset.PixelStatistics;
import io.github.segbench.engine.dataset.Tally;
import io.github.segbench.report.chart.BarChart;
import io.github.segbench.report.chart.BarChart.Bar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The data of the charts about a split. */
public final class DatasetCharts {
  /** Less common sizes are left to the table. */
  private static final int MOST_SIZES = 20;

  /** Numbers of objects an image are put together so that there are not many more bars. */
  private static final int BINS = 20;

  private DatasetCharts() {}

  /** By name, in the order in which they are shown. */
  public static Map<String, BarChart> of(DatasetStatistics statistics) {
    List<Category> categories = statistics.labels().categories();
    Map<String, BarChart> charts = new LinkedHashMap<>();
    statistics
        .semantic()
        .filter(pixels -> pixels.labelledPixels() > 0)
        .ifPresent(pixels -> charts.put("class-frequencies", frequencies(categories, pixels)));
    statistics
        .instance()
        .ifPresent(
            found -> {
              charts.put("instances-per-category", instances(categories, found));
              charts.put("instances-per-image", histogram("Images by instances", found.perImage()));
            });
    statistics
        .panoptic()
        .ifPresent(
            found ->
                charts.put(
                    "segments-per-image", histogram("Images by segments", found.perImage())));
    charts.put("image-sizes", sizes(statistics));
    return charts;
  }

  /** The most frequent first. */
  private static BarChart frequencies(List<Category> categories, PixelStatistics pixels) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      double percent = 100.0 * pixels.pixels(i) / pixels.labelledPixels();
      String text = String.format(Locale.ROOT, percent < 1 ? "%.3f%%" : "%.1f%%", percent);
      bars.add(new Bar(categories.get(i).name(), percent, text));
    }
    return new BarChart("Share of the labelled pixels (%)", descending(bars));
  }

  private static BarChart instances(List<Category> categories, InstanceStatistics found) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      if (categories.get(i).isThing()) {
        bars.add(count(categories.get(i).name(), found.instances(i)));
      }
    }
    return new BarChart("Instances", descending(bars));
  }

  /** Bars of equal ranges from the smallest to the largest value, empty ones included. */
  static BarChart histogram(String xTitle, Tally values) {
    int width = Math.max(1, (values.maximum() - values.minimum() + BINS) / BINS);
    List<Bar> bars = new ArrayList<>();
    for (int from = values.minimum(); from <= values.maximum(); from += width) {
      Collection<Long> inRange = values.counts().subMap(from, from + width).values();
      String name = width == 1 ? Integer.toString(from) : from + " to " + (from + width - 1);
      bars.add(count(name, inRange.stream().mapToLong(Long::longValue).sum()));
    }
    return new BarChart(xTitle, bars);
  }

  private static BarChart sizes(DatasetStatistics statistics) {
    List<Bar> bars =
        statistics.sizes().mostCommon().stream()
            .limit(MOST_SIZES)
            .map(size -> count(size.getKey().toString(), size.getValue()))
            .toList();
    return new BarChart("Images by size", bars);
  }

  private static Bar count(String name, long count) {
    return new Bar(name, count, Long.toString(count));
  }

  private static List<Bar> descending(List<Bar> bars) {
    return bars.stream().sorted(Comparator.comparingDouble(bar -> -bar.length())).toList();
  }
}
