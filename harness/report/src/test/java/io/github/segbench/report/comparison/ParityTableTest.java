package io.github.segbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.result.ParityResult;
import io.github.segbench.engine.result.ParityValue;
import io.github.segbench.engine.result.ParityValue.Measure;
import io.github.segbench.report.table.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParityTableTest {
  @Test
  void showsTheWorstOfAllImages() {
    assertThat(
            row(
                "",
                new ParityValue("1", Measure.DIFFERENCE, "logits", 2e-6, 1e-3),
                new ParityValue("1", Measure.AGREEMENT, "semantic", 0.99994, 0.999),
                new ParityValue("2", Measure.DIFFERENCE, "logits", 3.14e-5, 1e-3),
                new ParityValue("2", Measure.AGREEMENT, "semantic", 1, 0.999)))
        .containsExactly("unet", "shapes-test", "a", "b", "2", "3.1e-05", "99.994", "kept");
  }

  @Test
  void namesTheFirstImageThatDoesNotKeepALimit() {
    assertThat(
            row(
                "",
                new ParityValue("1", Measure.DIFFERENCE, "boxes", 0, 1e-3),
                new ParityValue("2", Measure.DIFFERENCE, "boxes", Double.POSITIVE_INFINITY, 1e-3)))
        .containsExactly(
            "unet",
            "shapes-test",
            "a",
            "b",
            "2",
            "Infinity",
            Table.ABSENT,
            "not kept, first by boxes of image 2");
  }

  @Test
  void saysWhyNothingWasCompared() {
    assertThat(row("no driver")).endsWith(Table.ABSENT, Table.ABSENT, "not compared: no driver");
  }

  private static List<String> row(String problem, ParityValue... values) {
    Table table =
        ParityTable.of(
            List.of(new ParityResult("unet", "shapes-test", "a", "b", List.of(values), problem)));
    return IntStream.range(0, table.columns().size()).mapToObj(i -> table.text(0, i)).toList();
  }
}
