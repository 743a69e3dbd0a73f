package io.github.segbench.engine.dataset;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.engine.dataset.InstanceStatistics.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The numbers about a split as tables: an overview, the sizes, and the categories of each task. */
public final class StatisticsTables {
  /** Enough for the rarest category of a large data set. */
  private static final MathContext DIGITS = new MathContext(6);

  private final DatasetStatistics statistics;
  private final List<Category> categories;

  public StatisticsTables(DatasetStatistics statistics) {
    this.statistics = statistics;
    this.categories = statistics.labels().categories();
  }

  /** In the order in which they are shown. */
  public List<StatisticsTable> all() {
    List<StatisticsTable> tables = new ArrayList<>();
    tables.add(overview());
    tables.add(sizes());
    statistics.semantic().map(this::semantic).ifPresent(tables::add);
    statistics.instance().map(this::instances).ifPresent(tables::add);
    statistics.panoptic().map(this::panoptic).ifPresent(tables::add);
    statistics
        .instance()
        .map(found -> perImage("instances-per-image", "instances", found.perImage()))
        .ifPresent(tables::add);
    statistics
        .panoptic()
        .map(found -> perImage("segments-per-image", "segments", found.perImage()))
        .ifPresent(tables::add);
    return tables;
  }

  private StatisticsTable overview() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(spread("width", statistics.sizes().widths()));
    rows.add(spread("height", statistics.sizes().heights()));
    statistics
        .instance()
        .ifPresent(found -> rows.add(spread("instances per image", found.perImage())));
    statistics
        .panoptic()
        .ifPresent(found -> rows.add(spread("segments per image", found.perImage())));
    return new StatisticsTable(
        "overview", List.of("quantity", "images", "minimum", "median", "maximum"), rows);
  }

  private static List<String> spread(String name, Tally values) {
    return List.of(
        name,
        text(values.total()),
        text(values.minimum()),
        number(values.median()),
        text(values.maximum()));
  }

  private StatisticsTable sizes() {
    List<List<String>> rows =
        statistics.sizes().mostCommon().stream()
            .map(
                size ->
                    List.of(
                        text(size.getKey().width()),
                        text(size.getKey().height()),
                        text(size.getValue())))
            .toList();
    return new StatisticsTable("sizes", List.of("width", "height", "images"), rows);
  }

  private StatisticsTable semantic(PixelStatistics found) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      rows.add(
          List.of(
              text(categories.get(i).id()),
              categories.get(i).name(),
              text(found.pixels(i)),
              share(found.pixels(i), found.labelledPixels()),
              text(found.images(i))));
    }
    String ignored =
        statistics.labels().ignoreId().isPresent()
            ? text(statistics.labels().ignoreId().getAsInt())
            : "";
    rows.add(List.of(ignored, "(void)", text(found.voidPixels()), "", ""));
    return new StatisticsTable(
        "semantic", List.of("id", "category", "pixels", "share", "images"), rows);
  }

  private StatisticsTable instances(InstanceStatistics found) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      if (categories.get(i).isThing()) {
        rows.add(
            List.of(
                text(categories.get(i).id()),
                categories.get(i).name(),
                text(found.instances(i)),
                text(found.instances(i, Size.SMALL)),
                text(found.instances(i, Size.MEDIUM)),
                text(found.instances(i, Size.LARGE)),
                text(found.crowds(i)),
                text(found.images(i))));
      }
    }
    return new StatisticsTable(
        "instances",
        List.of("id", "category", "instances", "small", "medium", "large", "crowds", "images"),
        rows);
  }

  private StatisticsTable panoptic(SegmentStatistics found) {
    long labelled = 0;
    for (int i = 0; i < categories.size(); i++) {
      labelled += found.pixels(i);
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      rows.add(
          List.of(
              text(categories.get(i).id()),
              categories.get(i).name(),
              text(found.segments(i)),
              text(found.crowds(i)),
              text(found.pixels(i)),
              share(found.pixels(i), labelled),
              text(found.images(i))));
    }
    rows.add(List.of("", "(void)", "", "", text(found.voidPixels()), "", ""));
    return new StatisticsTable(
        "panoptic",
        List.of("id", "category", "segments", "crowds", "pixels", "share", "images"),
        rows);
  }

  private static StatisticsTable perImage(String name, String what, Tally found) {
    List<List<String>> rows =
        found.counts().entrySet().stream()
            .map(entry -> List.of(text(entry.getKey()), text(entry.getValue())))
            .toList();
    return new StatisticsTable(name, List.of(what, "images"), rows);
  }

  /** Of void pixels there is no share; where all are void, neither of the others. */
  private static String share(long part, long whole) {
    return whole == 0 ? "" : number((double) part / whole);
  }

  private static String text(long count) {
    return Long.toString(count);
  }

  private static String number(double value) {
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
