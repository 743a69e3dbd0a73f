package io.github.segbench.datasets.voc;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.VocColours;
import java.util.ArrayList;
import java.util.List;

/** VOC's label set, as {@code configs/labels/voc.yaml} has it. */
public final class VocLabels {
  private static final List<String> NAMES =
      List.of(
          "background",
          "aeroplane",
          "bicycle",
          "bird",
          "boat",
          "bottle",
          "bus",
          "car",
          "cat",
          "chair",
          "cow",
          "diningtable",
          "dog",
          "horse",
          "motorbike",
          "person",
          "pottedplant",
          "sheep",
          "sofa",
          "train",
          "tvmonitor");

  private VocLabels() {}

  public static LabelSet set() {
    List<Category> categories = new ArrayList<>();
    for (int id = 0; id < NAMES.size(); id++) {
      categories.add(new Category(id, NAMES.get(id), id > 0, VocColours.of(id)));
    }
    return new LabelSet("voc", categories, 255);
  }
}
