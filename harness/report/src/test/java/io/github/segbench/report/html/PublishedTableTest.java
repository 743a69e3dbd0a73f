package io.github.segbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.comparison.Comparison;
import io.github.segbench.report.comparison.Entries;
import io.github.segbench.report.published.PublishedModel;
import io.github.segbench.report.published.PublishedNumber;
import io.github.segbench.report.published.PublishedTable;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedTableTest {
  private static final String EVIL = "<script>alert(1)</script>";

  @TempDir Path folder;

  private ReportInput run() {
    SampleRun run = new SampleRun(folder, SampleRun.SHAPES);
    return run.input(
        List.of(run.completed("unet", "U-Net", 0.9, 6.9, 10L, SegmentationTask.SEMANTIC)));
  }

  private static PublishedNumber number(
      String model, String dataset, String split, Metric metric, double value) {
    return new PublishedNumber(
        new PublishedModel(
            model, "", dataset, split, "8 classes", "multi", "train", "Table 3", "Somebody 2017"),
        metric,
        "all",
        value);
  }

  private List<Table> tables(PublishedNumber... numbers) {
    return PublishedTable.of(Comparison.of(Entries.of(List.of(run()))), List.of(numbers));
  }

  private static List<String> row(Table table, int row) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(column -> table.text(row, column))
        .toList();
  }

  @Test
  void everyRowSaysWhetherItWasMeasured() {
    Table table =
        tables(
                number("SegNet", "shapes", "test", Metric.PIXEL_ACCURACY, 0.904),
                number("SegNet", "shapes", "test", Metric.MEAN_IOU, 0.601),
                number("FCN-8s", "shapes", "val", Metric.MEAN_IOU, 0.57))
            .get(0);

    assertThat(table.name()).isEqualTo("published-semantic-shapes");
    assertThat(table.columns().stream().map(Column::id))
        .containsExactly(
            "model",
            "origin",
            "split",
            "mIoU",
            "pixelAccuracy",
            "protocol",
            "training_data",
            "source",
            "remark");
    assertThat(row(table, 0))
        .startsWith("U-Net", "measured", "test (300 images)", "90.0", "98.3")
        .endsWith("convention standard", "–", "run quickstart", "–");
    assertThat(row(table, 1))
        .startsWith("SegNet", "published", "test", "60.1", "90.4")
        .endsWith("8 classes, multi-scale", "train", "Somebody 2017, Table 3", "–");
    assertThat(row(table, 2))
        .startsWith("FCN-8s", "published", "val", "57.0", "–")
        .endsWith("other images: measured here on test");
  }

  @Test
  void aColumnThatSaysNothingIsLeftOut() {
    Table table = tables(number("SegNet", "shapes", "test", Metric.MEAN_IOU, 0.601)).get(0);

    assertThat(table.columns().stream().map(Column::id))
        .containsExactly("model", "origin", "split", "mIoU", "protocol", "training_data", "source");
  }

  @Test
  void neitherMeasuredNorPublishedIsBest() {
    Table table = tables(number("SegNet", "shapes", "test", Metric.MEAN_IOU, 0.601)).get(0);

    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < table.columns().size(); column++) {
        assertThat(table.isBest(row, column)).isFalse();
      }
    }
  }

  @Test
  void numbersOfOtherDataSetsAndTasksAreLeftOut() {
    assertThat(
            tables(
                number("SegNet", "camvid", "test", Metric.MEAN_IOU, 0.6),
                number("UPSNet", "shapes", "test", Metric.PQ, 0.6)))
        .isEmpty();
  }

  @Test
  void thePageKeepsMeasuredAndPublishedApart() throws IOException {
    HtmlReport report =
        new HtmlReport(null, List.of(number(EVIL, "shapes", "test", Metric.MEAN_IOU, 0.601)));
    String html = Files.readString(report.write(List.of(run()), folder.resolve("report")));

    assertThat(html).contains("href=\"#published\"").doesNotContain(EVIL);
    String section = html.substring(html.indexOf("<section id=\"published\">"));
    String measured = between(section, "<tbody class=\"measured\">", "</tbody>");
    String published = between(section, "<tbody class=\"published\">", "</tbody>");
    assertThat(section).contains("<table data-sortable data-name=\"Table ");
    // A dash is no word: it is sorted like what is missing.
    assertThat(measured).contains("<td class=\"words\" data-sort=\"\">–</td>");
    assertThat(measured).contains("U-Net").contains("90.0").doesNotContain("60.1");
    assertThat(published)
        .contains("&lt;script&gt;")
        .contains("<span class=\"kind\">published</span>")
        .contains("60.1")
        .contains("Somebody 2017, Table 3")
        .doesNotContain("U-Net");
    assertThat(folder.resolve("report/tables/published-semantic-shapes.tex")).exists();
  }

  @Test
  void aRunOnAnotherDataSetHasNoSuchSection() throws IOException {
    HtmlReport report =
        new HtmlReport(null, List.of(number("A", "camvid", "test", Metric.MEAN_IOU, 0.6)));

    assertThat(Files.readString(report.write(List.of(run()), folder.resolve("report"))))
        .doesNotContain("#published\"");
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start);
    return text.substring(from, text.indexOf(end, from));
  }
}
