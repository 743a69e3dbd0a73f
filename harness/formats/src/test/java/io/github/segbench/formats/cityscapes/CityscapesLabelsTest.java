package io.github.segbench.formats.cityscapes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelMapping;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CityscapesLabelsTest {
  /** The list that every training script has: position is the train id, value the label id. */
  private static final int[] LABEL_OF_TRAIN_ID = {
    7, 8, 11, 12, 13, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 33
  };

  @Test
  void hasTheOfficial34LabelsAndTheLicensePlate() {
    int[] ids = Arrays.stream(CityscapesLabel.values()).mapToInt(CityscapesLabel::id).toArray();
    int[] expected = new int[35];
    Arrays.setAll(expected, i -> i < 34 ? i : -1);
    assertThat(ids).containsExactly(expected);
  }

  @Test
  void evaluatesTheOfficial19UnderLabelIds() {
    LabelSet labels = CityscapesLabels.evaluated();
    assertThat(labels.categories().stream().mapToInt(Category::id))
        .containsExactly(Arrays.stream(LABEL_OF_TRAIN_ID).boxed().toArray(Integer[]::new));
    assertThat(labels.ignoreId()).hasValue(0);
    assertThat(labels.things().stream().map(Category::name))
        .containsExactly(
            "person", "rider", "car", "truck", "bus", "train", "motorcycle", "bicycle");
    Category light = labels.byId(19).orElseThrow();
    assertThat(light).isEqualTo(new Category(19, "traffic light", false, 0xFAAA1E, "object", null));
  }

  @Test
  void groupsTheEvaluatedLabelsInSevenCategories() {
    LabelSet labels = CityscapesLabels.evaluated();
    assertThat(labels.categories().stream().map(Category::group).distinct())
        .containsExactly("flat", "construction", "object", "nature", "sky", "human", "vehicle");
    List<String> sizes =
        labels.categories().stream()
            .filter(c -> "vehicle".equals(c.group()))
            .map(Category::name)
            .toList();
    assertThat(sizes).containsExactly("car", "truck", "bus", "train", "motorcycle", "bicycle");
  }

  @Test
  void bringsTrainIdsToLabelIds() {
    LabelSet trainIds = CityscapesLabels.trainIds();
    assertThat(trainIds.ignoreId()).hasValue(255);
    short[] ids = new short[20];
    for (int i = 0; i < 19; i++) {
      assertThat(CityscapesLabels.byTrainId(i).orElseThrow().id()).isEqualTo(LABEL_OF_TRAIN_ID[i]);
      assertThat(CityscapesLabels.byId(LABEL_OF_TRAIN_ID[i]).orElseThrow().trainId()).isEqualTo(i);
      ids[i] = (short) i;
    }
    ids[19] = 255;
    LabelMapping mapping =
        LabelMapping.between(trainIds, CityscapesLabels.evaluated()).orElseThrow();
    LabelMap mapped =
        mapping
            .apply(Segmentations.of(new SemanticSegmentation(new LabelMap(20, 1, ids))))
            .semantic()
            .orElseThrow()
            .labels();
    for (int i = 0; i < 19; i++) {
      assertThat(mapped.at(i, 0)).isEqualTo(LABEL_OF_TRAIN_ID[i]);
    }
    assertThat(mapped.at(19, 0)).isZero();
  }

  @Test
  void hasNoTrainIdForWhatIsNotEvaluated() {
    assertThat(CityscapesLabels.byTrainId(255)).isEmpty();
    assertThat(CityscapesLabels.byTrainId(-1)).isEmpty();
    assertThat(CityscapesLabels.byTrainId(19)).isEmpty();
    assertThat(CityscapesLabels.byId(34)).isEmpty();
    assertThat(CityscapesLabels.byName("rail track")).contains(CityscapesLabel.RAIL_TRACK);
    assertThat(CityscapesLabel.RAIL_TRACK.isEvaluated()).isFalse();
    assertThat(CityscapesLabel.LICENSE_PLATE.isEvaluated()).isFalse();
  }
}
