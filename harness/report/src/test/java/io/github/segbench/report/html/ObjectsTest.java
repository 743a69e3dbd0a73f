package io.github.segbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.chart.CurveChart;
import io.github.segbench.report.chart.DotChart;
import io.github.segbench.report.comparison.Comparison;
import io.github.segbench.report.comparison.Entries;
import io.github.segbench.report.comparison.PanopticTable;
import io.github.segbench.report.comparison.PrecisionRecallCharts;
import io.github.segbench.report.comparison.SizeSlices;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ObjectsTest {
  @TempDir Path folder;

  private Comparison comparison(SegmentationTask task) {
    SampleRun run = new SampleRun(folder, SampleRun.SHAPES);
    return Comparison.of(
            Entries.of(List.of(run.input(List.of(run.completed("a", "A", 0.5, 2, 10L, task))))))
        .get(0);
  }

  @Test
  void curvesAreShownInPerCent() {
    Map<String, CurveChart> charts =
        PrecisionRecallCharts.of(comparison(SegmentationTask.INSTANCE));

    assertThat(charts).containsOnlyKeys("0.50", "0.75", "0.50:0.95");
    CurveChart chart = charts.get("0.50");
    assertThat(chart.xTitle()).isEqualTo("Recall (%)");
    assertThat(chart.yTitle()).isEqualTo("Precision (%)");
    CurveChart.Curve curve = chart.curves().get(0);
    assertThat(curve.name()).isEqualTo("A");
    assertThat(curve.x()).hasSize(101).startsWith(0.0, 1.0).endsWith(100.0);
    assertThat(curve.y()).startsWith(100.0).allMatch(y -> y >= 0 && y <= 100);
  }

  @Test
  void sizesHaveATableAndAChart() {
    Comparison comparison = comparison(SegmentationTask.INSTANCE);
    Table table = SizeSlices.table(comparison).orElseThrow();
    DotChart chart = SizeSlices.chart(comparison).orElseThrow();

    assertThat(table.columns().stream().map(Column::id))
        .containsExactly("model", "APs", "APm", "APl");
    assertThat(table.text(0, 1)).isEqualTo("25.0");
    assertThat(chart.rows()).containsExactly("small", "medium", "large");
    assertThat(chart.models().get(0).values().get(0).percent()).isEqualTo(25.0);
  }

  @Test
  void aSizeThatNoObjectHasIsLeftOut() {
    Comparison all = comparison(SegmentationTask.INSTANCE);
    Comparison.Scored scored = all.scored().get(0);
    Evaluation evaluation = scored.evaluation();
    Comparison comparison =
        new Comparison(
            "instance",
            all.task(),
            all.convention(),
            List.of(
                new Comparison.Scored(
                    scored.entry(),
                    new Evaluation(
                        evaluation.task(),
                        evaluation.convention(),
                        evaluation.values().stream()
                            .filter(value -> !value.metric().equals("APl"))
                            .toList(),
                        List.of(),
                        null))));
    DotChart chart = SizeSlices.chart(comparison).orElseThrow();

    assertThat(chart.rows()).containsExactly("small", "medium");
    assertThat(chart.models().get(0).values()).hasSize(2);
  }

  @Test
  void panopticQualityIsTakenApart() {
    Table table = PanopticTable.of(comparison(SegmentationTask.PANOPTIC)).orElseThrow();

    assertThat(table.columns().stream().map(Column::heading))
        .containsExactly("Category", "PQ (%)", "SQ (%)", "RQ (%)");
    assertThat(table.text(0, 0)).isEqualTo("all");
    assertThat(table.text(0, 2)).isEqualTo("89.4");
    assertThat(table.rows()).hasSize(3 + SampleRun.SHAPES.size());
  }

  @Test
  void aSemanticTrialHasNoObjects() throws IOException {
    Comparison comparison = comparison(SegmentationTask.SEMANTIC);

    assertThat(PrecisionRecallCharts.of(comparison)).isEmpty();
    assertThat(SizeSlices.table(comparison)).isEmpty();
    assertThat(PanopticTable.of(comparison)).isEmpty();
    Path page = new HtmlReport(null).write(List.of(run(comparison)), folder.resolve("report"));
    assertThat(Files.readString(page)).doesNotContain("id=\"objects\"");
  }

  @Test
  void thePageShowsCurvesSizesAndQuality() throws IOException {
    Path page =
        new HtmlReport(null).write(List.of(SampleRun.full(folder)), folder.resolve("report"));

    assertThat(Files.readString(page))
        .contains("<section id=\"objects\">")
        .contains("IoU 0.50:0.95")
        .contains("id=\"table-sizes-instance\"")
        .contains("id=\"table-quality-panoptic\"");
    assertThat(folder.resolve("report/charts/precision-recall-instance-1.svg")).exists();
    assertThat(folder.resolve("report/charts/precision-recall-instance-3.png")).exists();
    assertThat(folder.resolve("report/charts/sizes-instance.svg")).exists();
  }

  private static ReportInput run(Comparison comparison) {
    return comparison.scored().get(0).entry().run();
  }
}
