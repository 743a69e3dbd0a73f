package io.github.segbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableTest {
  private static final Column MILLIS = Column.millis("ms", "", "p50");
  private static final Column PERCENT = Column.percent("mIoU", "", "mIoU", false);

  private static Table single(Column column, Double... values) {
    return new Table(
        "t", "", List.of(column), List.of(values).stream().map(v -> List.of(Cell.of(v))).toList());
  }

  @Test
  void marksEveryCellThatReadsLikeTheBest() {
    // 0.90460 and 0.90459 are both shown as 90.5.
    Table table = single(PERCENT, 0.9046, 0.84, 0.90459);

    assertThat(table.isBest(0, 0)).isTrue();
    assertThat(table.isBest(1, 0)).isFalse();
    assertThat(table.isBest(2, 0)).isTrue();
  }

  @Test
  void aColumnOfDashesIsEmpty() {
    Table table =
        new Table(
            "t",
            "",
            List.of(Column.text("a", "A"), Column.text("b", "B"), Column.text("c", "C")),
            List.of(
                List.of(Cell.of("x"), Cell.of(Table.ABSENT), Cell.of(Table.ABSENT)),
                List.of(Cell.of("y"), Cell.of(Table.ABSENT), Cell.of("z"))));

    assertThat(table.withoutEmptyColumns().columns())
        .extracting(Column::id)
        .containsExactly("a", "c");
  }

  @Test
  void marksTheLowestTime() {
    Table table = single(MILLIS, 2.0, 1.0);

    assertThat(table.isBest(0, 0)).isFalse();
    assertThat(table.isBest(1, 0)).isTrue();
  }

  @Test
  void marksNothingThatHasNoRival() {
    assertThat(single(PERCENT, 0.9).isBest(0, 0)).isFalse();
  }

  @Test
  void captionSpeaksOfBestNumbersOnlyWhereAnyIsMarked() {
    Table byRow =
        new Table(
            "t",
            "IoU.",
            List.of(PERCENT, PERCENT),
            List.of(List.of(Cell.of(0.5), Cell.of(0.6))),
            Table.Best.OF_ROW);

    assertThat(byRow.caption("in bold")).isEqualTo("IoU. Best of each row in bold.");
    assertThat(single(PERCENT, 0.9).caption("in bold")).isEmpty();
  }

  @Test
  void rejectsARowOfAnotherLength() {
    assertThatThrownBy(
            () -> new Table("t", "", List.of(MILLIS), List.of(List.of(Cell.EMPTY, Cell.EMPTY))))
        .hasMessage("table t: 2 cells for 1 columns");
  }

  @Test
  void groupsSpanTheirColumns() {
    List<Column> columns =
        List.of(
            Column.text("model", "Model"),
            Column.millis("a", "Latency", "p50"),
            Column.millis("b", "Latency", "p99"));

    assertThat(ColumnGroup.of(columns))
        .containsExactly(new ColumnGroup("", 0, 1), new ColumnGroup("Latency", 1, 2));
    assertThat(ColumnGroup.of(columns.subList(0, 1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT, 0.84124, 84.1",
    "POINTS, 0.01234, +1.23",
    "POINTS, -0.25, -25.00",
    "POINTS, -0.00001, 0.00",
    "FACTOR, 2.504, 2.50×",
    "MILLIS, 2.2041, 2.20",
    "MILLIS, 14.449, 14.4",
    "MILLIS, 521.4, 521",
    "MILLIS, 0.012344, 0.0123",
    "MILLIS, 0, 0",
    "MILLIS, 1234.4, 1234",
    "RATE, 99.96, 100",
    "RATE, 9.996, 10.0",
    "MILLIS, 2, 2.00",
    "MILLIS, 15, 15.0",
    "COUNT, 300, 300",
    "MILLIONS, 603720, 0.60",
    "MEGABYTES, 2449472, 2.4"
  })
  void showsAsManyDigitsAsMeanSomething(Quantity quantity, double value, String expected) {
    assertThat(quantity.format(value)).isEqualTo(expected);
  }
}
