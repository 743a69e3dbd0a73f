package io.github.segbench.metrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Mask;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class RleEdgeCasesTest {
  private final CaseFolder folder = new CaseFolder("rle_edge_cases_ppwwyyxx");
  private final JsonNode input = folder.json("input.json");
  private final JsonNode expected = folder.json("expected.json");

  @Test
  void refusesRunsThatOverrunTheImage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decode(input.get("invalid")))
        .withMessageContaining("RLE string has a run of");
  }

  @Test
  void findsTheBoxOfAMaskThatStartsWithEmptyRuns() {
    Mask mask = decode(input.get("zero_leading"));
    Mask again = Mask.ofBitmap(mask.width(), mask.height(), mask.toBitmap());
    assertThat(mask.area()).isPositive();
    assertThat(mask.boundingBox()).isEqualTo(again.boundingBox());
    assertThat(mask).isEqualTo(again);
  }

  @Test
  void findsTightBoxes() {
    // Rows of [[0, 1], [1, 1]].
    Mask corner = Mask.ofBitmap(2, 2, new boolean[] {false, true, true, true});
    assertThat(corner.boundingBox()).isEqualTo(box(expected.get("full")));
    boolean[] part = new boolean[100];
    for (int y = 2; y <= 3; y++) {
      for (int x = 3; x <= 5; x++) {
        part[y * 10 + x] = true;
      }
    }
    assertThat(Mask.ofBitmap(10, 10, part).boundingBox()).isEqualTo(box(expected.get("part")));
  }

  private static BoundingBox box(JsonNode numbers) {
    return new BoundingBox(
        numbers.get(0).asDouble(),
        numbers.get(1).asDouble(),
        numbers.get(2).asDouble(),
        numbers.get(3).asDouble());
  }

  private static Mask decode(JsonNode rle) {
    JsonNode size = rle.get("size");
    return CocoRle.decode(size.get(1).asInt(), size.get(0).asInt(), rle.get("counts").asString());
  }
}
