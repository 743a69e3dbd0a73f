package io.github.segbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.metrics.evaluation.ConfusionCounts;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.report.chart.LabelPlacement.Rectangle;
import io.github.segbench.report.chart.ScatterChart.Point;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ChartDataTest {
  private static final String EVIL = "<script>alert(1)</script> & \"x\" \u0007";

  @Test
  void frontHoldsWhatNoOtherPointBeatsInBoth() {
    Point fast = new Point("fast", 0, 2, 84, 83, 85);
    Point good = new Point("good", 1, 7, 90, 89, 91);
    Point slowAndWorse = new Point("slow", 2, 20, 88, 87, 89);
    Point sameTimeButWorse = new Point("worse", 3, 7, 89, 88, 90);

    assertThat(
            new ScatterChart("x", "y", List.of(slowAndWorse, sameTimeButWorse, good, fast)).front())
        .containsExactly(fast, good);
  }

  @Test
  void scatterDrawsASinglePointAndFarApartOnes() {
    Point one = new Point("a $x^2$ " + EVIL, 0, 2, 84, 84, 84);
    Point far = new Point("b", 1, 2000, 84, 84, 84);

    assertThat(new ScatterChart("x", "y", List.of(one)).draw().svgFile("d")).contains("<path");
    assertThat(new ScatterChart("x", "y", List.of(one, far)).draw().inlineSvg("i", EVIL))
        .startsWith("<svg")
        .contains("&lt;script>")
        .contains("var(--series-2, #d55e00)")
        .contains("i-clip")
        .doesNotContain("<script");
  }

  @Test
  void labelsDoNotCoverOneAnother() {
    LabelPlacement placement = new LabelPlacement(new Rectangle(0, 0, 400, 300));
    Rectangle first = placement.place(200, 150, 60, 12);
    Rectangle second = placement.place(203, 152, 60, 12);
    Rectangle atEdge = placement.place(395, 20, 60, 12);

    assertThat(first.overlap(second)).isZero();
    assertThat(atEdge.x() + atEdge.width()).isLessThanOrEqualTo(400);
  }

  @Test
  void rowsOfAConfusionMatrixSumToOne() {
    // 6 of 8 right, 2 of 8 as b; all of b void; c has no pixels.
    ConfusionCounts counts =
        new ConfusionCounts(
            List.of("a", "b", "c"), new long[][] {{6, 2, 0, 0}, {0, 0, 0, 5}, {0, 0, 0, 0}});
    ConfusionChart chart = new ConfusionChart(counts);

    assertThat(chart.columnNames()).containsExactly("a", "b", "c", "void");
    assertThat(chart.shares()[0]).containsExactly(0.75, 0.25, 0, 0);
    assertThat(chart.shares()[1]).containsExactly(0, 0, 0, 1);
    assertThat(chart.shares()[2]).containsExactly(0, 0, 0, 0);
    assertThat(chart.draw().svgFile("d"))
        .contains("<title>a predicted as b: 25.00% (2 pixels)</title>");
  }

  @Test
  void voidColumnIsLeftOutWhereNothingIsVoid() {
    ConfusionCounts counts =
        new ConfusionCounts(List.of("a", "b"), new long[][] {{1, 0, 0}, {0, 1, 0}});

    assertThat(new ConfusionChart(counts).columnNames()).containsExactly("a", "b");
  }

  @Test
  void aNameInADrawingIsNeverMarkup() {
    DotChart chart =
        new DotChart(
            EVIL,
            List.of(EVIL),
            List.of(
                new DotChart.Model(
                    EVIL, 0, List.of(DotChart.Value.ofFraction(0.5, new Interval(0.4, 0.6))))));

    assertThat(chart.draw().inlineSvg("i", EVIL))
        .doesNotContain("<script")
        .doesNotContain("\u0007")
        .contains("&lt;script&gt;");
  }

  @Test
  void curvesHaveOneLookAndNamesAreNoMarkup() {
    CurveChart chart =
        new CurveChart(
            "Recall (%)",
            "Precision (%)",
            List.of(
                new CurveChart.Curve(EVIL, 0, List.of(0.0, 100.0), List.of(100.0, 0.0)),
                new CurveChart.Curve(EVIL, 1, List.of(0.0, 100.0), List.of(50.0, 0.0))));

    assertThat(chart.draw().inlineSvg("i", "d"))
        .contains("var(--series-1, #0072b2)")
        .contains("var(--series-2, #d55e00)")
        .doesNotContain("<script");
    assertThatThrownBy(() -> new CurveChart.Curve("a", 0, List.of(0.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a: 1 values of x for 0 of y");
  }

  @Test
  void bothAxesOfCurvesAreLabelledToTheirEnds() {
    Drawing drawing =
        (Drawing)
            new CurveChart(
                    "Recall (%)",
                    "Precision (%)",
                    List.of(
                        new CurveChart.Curve("a", 0, List.of(0.0, 100.0), List.of(100.0, 0.0)),
                        new CurveChart.Curve("b", 7, List.of(0.0), List.of(50.0))))
                .draw();
    List<Mark.Polyline> lines =
        drawing.marks().stream()
            .filter(Mark.Polyline.class::isInstance)
            .map(Mark.Polyline.class::cast)
            .toList();

    for (String label : List.of("0", "20", "40", "60", "80", "100")) {
      assertThat(drawing.marks().stream().filter(mark -> says(mark, label))).as(label).hasSize(2);
    }
    // The eighth series has the hue of the first one: dashes tell them apart.
    assertThat(lines).extracting(Mark.Polyline::dashed).containsExactly(false, true);
    assertThat(drawing.svgFile("d")).contains("<polyline").contains("<title>a</title>");
    assertThat(drawing.png()).isNotEmpty();
  }

  private static boolean says(Mark mark, String words) {
    return mark instanceof Mark.Text text && text.words().equals(words);
  }

  @Test
  void namesOfWideLettersHaveRoom() {
    // Helvetica's M is 0.833 of its size wide, an i 0.222.
    assertThat(LetterWidths.of("MM")).isCloseTo(1.666, within(1e-9));
    assertThat(LetterWidths.of("ii")).isCloseTo(0.444, within(1e-9));
    assertThat(LetterWidths.of("\u6c34")).isEqualTo(1.0);
    assertThat(Drawing.textWidth("WWWW", 10)).isGreaterThan(Drawing.textWidth("iiiiiiii", 10));
  }

  @Test
  void dotChartLeavesOutWhatIsUndefined() {
    DotChart.Model model =
        new DotChart.Model(
            "m",
            0,
            List.of(DotChart.Value.ofFraction(null, null), DotChart.Value.ofFraction(0.5, null)));
    Drawing drawing = (Drawing) new DotChart("IoU (%)", List.of("a", "b"), List.of(model)).draw();

    assertThat(drawing.marks()).filteredOn(Mark.Dot.class::isInstance).hasSize(1);
  }

  @Test
  void distributionDrawsWithoutAHistogram() {
    DistributionChart chart =
        new DistributionChart("ms", List.of(new DistributionChart.Row("m", 0, 2, 3, List.of())));

    assertThat(chart.draw().svgFile("d")).contains("p50 2.00").contains("p99 3.00");
  }

  @Test
  void ridgesKeepTheShapeOfTheHistogram() {
    // Three times as many calls at 4 ms as at 2 ms: the highest point stands at 4.
    DistributionChart.Row row =
        new DistributionChart.Row(
            "m",
            0,
            4,
            5,
            List.of(new DistributionChart.Bucket(2, 1), new DistributionChart.Bucket(4, 3)));
    Drawing drawing = (Drawing) new DistributionChart("ms", List.of(row)).draw();
    Mark.Area ridge =
        (Mark.Area)
            drawing.marks().stream().filter(Mark.Area.class::isInstance).findFirst().orElseThrow();
    double base = ridge.outline().get(0).y();
    List<Double> heights =
        ridge.outline().stream()
            .map(point -> base - point.y())
            .filter(h -> h > 0)
            .distinct()
            .toList();

    assertThat(heights).hasSize(2);
    assertThat(heights.get(1)).isCloseTo(3 * heights.get(0), within(1e-9));
    for (int i = 1; i < ridge.outline().size(); i++) {
      Mark.Point from = ridge.outline().get(i - 1);
      Mark.Point to = ridge.outline().get(i);
      assertThat(from.x() == to.x() || from.y() == to.y()).as("a step, not a slope").isTrue();
    }
  }

  @Test
  void whiskersReachFromTheirLowToTheirHighEnd() {
    WhiskerChart chart =
        new WhiskerChart(
            "ms",
            List.of(
                new WhiskerChart.Bar(EVIL, 0, 2, 2, 4, "2 to 4 ms"),
                new WhiskerChart.Bar("no line", 1, 3, 3, 3, "3 ms")));
    Drawing drawing = (Drawing) chart.draw();
    List<Mark.Line> whiskers =
        drawing.marks().stream()
            .filter(Mark.Line.class::isInstance)
            .map(Mark.Line.class::cast)
            .filter(line -> line.ink().equals(Ink.TEXT) && line.y1() == line.y2())
            .toList();
    Mark.Box bar =
        (Mark.Box)
            drawing.marks().stream().filter(Mark.Box.class::isInstance).findFirst().orElseThrow();

    assertThat(whiskers).hasSize(1);
    assertThat(whiskers.get(0).x1()).isCloseTo(bar.x() + bar.width(), within(1e-9));
    // From 2 to 4 on an axis that begins at 0: as long as the bar.
    assertThat(whiskers.get(0).x2() - whiskers.get(0).x1()).isCloseTo(bar.width(), within(1e-9));
    assertThat(drawing.svgFile("d")).doesNotContain("<script").contains("2 to 4 ms");
  }

  @Test
  void whiskersRejectALineThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> new WhiskerChart.Bar("m", 0, 2, 3, 1, ""))
        .hasMessageContaining("bar m has the length 2.0 and the line 3.0 to 1.0");
  }

  @Test
  void linesShareTheirSettingsAtEqualDistances() {
    LineChart chart =
        new LineChart(
            "Threads",
            "Images/s",
            List.of(
                new LineChart.Line(EVIL, 0, new TreeMap<>(Map.of(1, 10.0, 8, 40.0))),
                new LineChart.Line("b", 1, new TreeMap<>(Map.of(2, 20.0)))));
    Drawing drawing = (Drawing) chart.draw();
    List<Double> x =
        drawing.marks().stream()
            .filter(Mark.Dot.class::isInstance)
            .map(mark -> ((Mark.Dot) mark).x())
            .sorted()
            .toList();

    assertThat(chart.settings()).containsExactly(1, 2, 8);
    assertThat(x).hasSize(3);
    assertThat(x.get(1) - x.get(0)).isCloseTo(x.get(2) - x.get(1), within(1e-9));
    assertThat(drawing.svgFile("d")).doesNotContain("<script").contains("Threads 8: 40.0");
  }

  @Test
  void aLineWithoutValuesIsRejected() {
    assertThatThrownBy(() -> new LineChart.Line("m", 0, new TreeMap<>()))
        .hasMessageContaining("line m has the values {}");
  }

  @Test
  void stackedBarsAddUp() {
    StackedBarChart chart =
        new StackedBarChart(
            "ms",
            List.of("one"),
            List.of(
                new StackedBarChart.Layer("a", Ink.stage(0), List.of(1.5)),
                new StackedBarChart.Layer("b", Ink.stage(1), List.of(2.5))));

    assertThat(chart.sum(0)).isEqualTo(4.0);
    assertThat(chart.draw().svgFile("d")).contains("one, b: 2.50 ms").contains(">4.00<");
  }

  @Test
  void stackedBarsRejectAMissingValue() {
    assertThatThrownBy(
            () ->
                new StackedBarChart(
                    "ms",
                    List.of("one", "two"),
                    List.of(new StackedBarChart.Layer("a", Ink.stage(0), List.of(1.5)))))
        .hasMessageContaining("layer a: 1 values for [one, two]");
  }

  @Test
  void shortenedNamesKeepTheirEnds() {
    assertThat(Drawing.shortened("category 17", 11)).isEqualTo("category 17");
    assertThat(Drawing.shortened("a rather long category 17", 11)).isEqualTo("a rath…y 17");
  }

  @Test
  void inksAreToldApartByColour() {
    // An XChart picture gets its CSS variables by looking for the colours.
    assertThat(Ink.all()).extracting(Ink::rgb).doesNotHaveDuplicates();
    assertThat(Ink.all()).extracting(Ink::variable).doesNotHaveDuplicates();
    assertThat(Ink.series(7)).isNotEqualTo(Ink.series(0));
    assertThat(Ink.series(14)).isEqualTo(Ink.series(0));
  }

  @Test
  void linearTicksAreRound() {
    assertThat(new Scale(60, 100, 0, 400, false).ticks(4))
        .containsExactly(60.0, 70.0, 80.0, 90.0, 100.0);
    assertThat(new Scale(0, 3.1, 0, 400, false).ticks(4)).containsExactly(0.0, 1.0, 2.0, 3.0);
  }

  @Test
  void logarithmicTicksStayInside() {
    Scale scale = new Scale(1.8, 120, 0, 300, true);

    assertThat(scale.ticks(7)).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
    assertThat(scale.position(1.8)).isZero();
    assertThat(scale.position(120)).isCloseTo(300, within(1e-9));
    assertThat(scale.value(scale.position(17))).isCloseTo(17, within(1e-9));
  }
}
