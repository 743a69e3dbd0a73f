package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the official Cityscapes evaluation knows of its classes beside their names.
 *
 * <p>Source: mcordts/cityscapesScripts, evaluation/evalPixelLevelSemanticLabeling.py, {@code
 * avgClassSize}, and helpers/labels.py.
 */
final class CityscapesClasses {
  /** Mean pixels of an instance in the training and validation images. */
  private static final Map<String, Double> AVERAGE_SIZES =
      Map.of(
          "bicycle", 4672.3249222261,
          "caravan", 36771.8241758242,
          "motorcycle", 6298.7200839748,
          "rider", 3930.4788056518,
          "bus", 35732.1511111111,
          "train", 67583.7075812274,
          "car", 12794.0202738185,
          "person", 3462.4756337644,
          "truck", 27855.1264367816,
          "trailer", 16926.9763313609);

  private static final String VEHICLE = "vehicle";
  private static final int CAR_ID = 26;

  /**
   * Vehicles that are not evaluated themselves; predicted on a vehicle they are a vehicle found.
   */
  private static final List<Category> UNSCORED_VEHICLES =
      List.of(
          new Category(29, "caravan", true, 0x00005A, VEHICLE, null),
          new Category(30, "trailer", true, 0x00006E, VEHICLE, null));

  private CityscapesClasses() {}

  /**
   * The mean size of an instance of each class, by index.
   *
   * @return empty if the official evaluation does not know all things of the label set
   */
  static Optional<double[]> averageSizes(LabelSet labels) {
    if (!labels.things().stream().allMatch(c -> AVERAGE_SIZES.containsKey(c.name()))) {
      return Optional.empty();
    }
    return Optional.of(
        labels.categories().stream()
            .mapToDouble(c -> AVERAGE_SIZES.getOrDefault(c.name(), Double.NaN))
            .toArray());
  }

  /**
   * The label set with the classes that the official evaluation takes into a group without scoring
   * them, if its ids are those of Cityscapes; else the label set itself.
   */
  static LabelSet withUnscored(LabelSet labels) {
    boolean official =
        labels
            .byId(CAR_ID)
            .filter(c -> c.name().equals("car") && VEHICLE.equals(c.group()))
            .isPresent();
    if (!official) {
      return labels;
    }
    List<Category> categories = new ArrayList<>(labels.categories());
    for (Category unscored : UNSCORED_VEHICLES) {
      boolean free =
          labels.byId(unscored.id()).isEmpty()
              && labels.byName(unscored.name()).isEmpty()
              && !labels.isIgnored(unscored.id());
      if (free) {
        categories.add(unscored);
      }
    }
    return new LabelSet(labels.id(), categories, labels.ignoreId().orElse(LabelSet.NO_IGNORE));
  }
}
