package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LabelSetTest {
  private static final Category SKY = new Category(3, "sky", false, 0x87CEEB);
  private static final Category CAR = new Category(1, "car", true, 0x00008E);

  @Test
  void ordersCategoriesByIdAndFindsThem() {
    LabelSet labels = new LabelSet("street", List.of(SKY, CAR), 255);
    assertThat(labels.categories()).containsExactly(CAR, SKY);
    assertThat(labels.indexOf(3)).isEqualTo(1);
    assertThat(labels.byName("car")).contains(CAR);
    assertThat(labels.things()).containsExactly(CAR);
    assertThat(labels.stuff()).containsExactly(SKY);
  }

  @Test
  void voidAndUnknownIdsHaveNoIndex() {
    LabelSet labels = new LabelSet("street", List.of(SKY, CAR), 255);
    assertThat(List.of(labels.indexOf(255), labels.indexOf(2), labels.indexOf(-1)))
        .containsOnly(-1);
    assertThat(labels.isIgnored(255)).isTrue();
  }

  @Test
  void voidIdIsNeverACategory() {
    Category last = new Category(LabelSet.MAX_ID, "last", false, 0);
    assertThat(new LabelSet("street", List.of(SKY, CAR), 0).voidId()).isZero();
    assertThat(new LabelSet("street", List.of(SKY, last), LabelSet.NO_IGNORE).voidId())
        .isEqualTo(65534);
  }

  @Test
  void mappingsArePartOfALabelSetAndOfItsCategories() {
    LabelSet mapped =
        new LabelSet("street", List.of(SKY, CAR), 255, Map.of("city", Map.of("car", "vehicle")));
    assertThat(mapped.namesIn("city")).containsExactly(Map.entry("car", "vehicle"));
    assertThat(mapped.namesIn("forest")).isEmpty();
    assertThat(mapped).isNotEqualTo(new LabelSet("street", List.of(SKY, CAR), 255));
    assertThatThrownBy(
            () ->
                new LabelSet("street", List.of(SKY), 255, Map.of("city", Map.of("car", "vehicle"))))
        .hasMessage("label set street: the mapping to city has no category car");
  }

  @Test
  void refusesDuplicates() {
    Category other = new Category(3, "cloud", false, 0);
    assertThatThrownBy(() -> new LabelSet("street", List.of(SKY, other), 255))
        .hasMessage("label set street: id 3 stands twice");
    Category sameName = new Category(4, "sky", false, 0);
    assertThatThrownBy(() -> new LabelSet("street", List.of(SKY, sameName), 255))
        .hasMessage("label set street: name 'sky' stands twice");
  }

  @Test
  void refusesANameThatResultsUseForAMean() {
    Category all = new Category(4, "all", false, 0);
    assertThatThrownBy(() -> new LabelSet("street", List.of(SKY, all), 255))
        .hasMessage(
            "label set street: a category cannot be named 'all', which stands for a mean over"
                + " categories");
  }

  @Test
  void refusesAGroupThatResultsUseForAMean() {
    Category grouped = new Category(4, "tree", false, 0, "stuff", null);
    assertThatThrownBy(() -> new LabelSet("street", List.of(SKY, grouped), 255))
        .hasMessage(
            "label set street: the group of tree cannot be named 'stuff', which stands for a mean"
                + " over categories");
    assertThatThrownBy(() -> new Category(4, "tree", false, 0, " ", null))
        .hasMessage("category tree has a blank group");
  }

  @Test
  void refusesAnIgnoreIdThatIsACategory() {
    assertThatThrownBy(() -> new LabelSet("street", List.of(SKY), 3))
        .hasMessage("label set street: the ignore id 3 is also sky");
  }
}
