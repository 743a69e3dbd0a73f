package io.github.segbench.report.dataset;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.engine.dataset.DatasetStatistics;
import io.github.segbench.engine.dataset.InstanceStatistics;
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
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The data of the charts about a split. */
public final class DatasetCharts {
  /** Less common sizes are left to the table. */
  private static final int MOST_SIZES = 20;

  /** Smaller shares are not told apart. */
  private static final double LEAST_PERCENT = 0.001;

  /** Numbers of objects an image are put together so that there are not many more bars. */
  private static final int BINS = 20;

  private DatasetCharts() {}

  /** By name, in the order in which they are shown. */
  public static Map<String, BarChart> of(DatasetStatistics statistics) {
    List<Category> categories = statistics.labels().categories();
    Map<String, BarChart> charts = new LinkedHashMap<>();
    statistics
        .semantic()
        .map(found -> pixels(categories, found::pixels))
        .or(() -> statistics.panoptic().map(found -> pixels(categories, found::pixels)))
        .filter(pixels -> LongStream.of(pixels).sum() > 0)
        .ifPresent(pixels -> charts.put("class-frequencies", frequencies(categories, pixels)));
    statistics
        .instance()
        .ifPresent(
            found -> {
              if (categories.stream().anyMatch(Category::isThing)) {
                charts.put("instances-per-category", instances(categories, found));
              }
              charts.put(
                  "instances-per-image",
                  histogram("Images, by instances in them", found.perImage()));
            });
    statistics
        .panoptic()
        .ifPresent(
            found ->
                charts.put(
                    "segments-per-image",
                    histogram("Images, by segments in them", found.perImage())));
    charts.put("image-sizes", sizes(statistics));
    return charts;
  }

  /** Pixels of each category. */
  private static long[] pixels(List<Category> categories, IntToLongFunction ofCategory) {
    return IntStream.range(0, categories.size()).mapToLong(ofCategory).toArray();
  }

  /** The most frequent first. */
  private static BarChart frequencies(List<Category> categories, long[] pixels) {
    long labelled = LongStream.of(pixels).sum();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < pixels.length; i++) {
      double percent = 100.0 * pixels[i] / labelled;
      bars.add(new Bar(categories.get(i).name(), percent, text(percent)));
    }
    return occurring("Share of the labelled pixels (%)", bars);
  }

  private static String text(double percent) {
    if (percent < LEAST_PERCENT) {
      return "<" + LEAST_PERCENT + "%";
    }
    return String.format(Locale.ROOT, percent < 1 ? "%.3f%%" : "%.1f%%", percent);
  }

  private static BarChart instances(List<Category> categories, InstanceStatistics found) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      if (categories.get(i).isThing()) {
        bars.add(count(categories.get(i).name(), found.instances(i)));
      }
    }
    return occurring("Instances", bars);
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
    return new BarChart("Images, by width x height", bars);
  }

  private static Bar count(String name, long count) {
    return new Bar(name, count, Long.toString(count));
  }

  /** The bars that are longer than 0, the longest first; the title says how many are not. */
  private static BarChart occurring(String xTitle, List<Bar> bars) {
    List<Bar> longer =
        bars.stream()
            .filter(bar -> bar.length() > 0)
            .sorted(Comparator.comparingDouble(bar -> -bar.length()))
            .toList();
    int others = bars.size() - longer.size();
    if (others == 0 || longer.isEmpty()) {
      return new BarChart(xTitle, bars.size() == others ? bars : longer);
    }
    String missing = others == 1 ? " category does" : " categories do";
    return new BarChart(xTitle + "; " + others + missing + " not occur", longer);
  }
}
