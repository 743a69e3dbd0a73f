package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Objects;
import java.util.Optional;

/** In how many of the images that were scored the ground truth has each category of a label set. */
public final class AnnotatedImages {
  private final LabelSet labels;
  private final int[] images;
  private final boolean frequenciesGiven;

  /**
   * @param images {@code [categories]}, by index in the label set
   * @throws IllegalArgumentException if the lengths differ
   */
  public AnnotatedImages(LabelSet labels, int[] images) {
    this.labels = Objects.requireNonNull(labels, "labels");
    this.images = images.clone();
    if (images.length != labels.size()) {
      throw new IllegalArgumentException(images.length + " numbers for " + labels);
    }
    frequenciesGiven = labels.categories().stream().anyMatch(c -> c.frequency() != null);
  }

  /**
   * The number of images of a category.
   *
   * @throws IllegalArgumentException if the label set lacks the category
   */
  public int of(Category category) {
    int index = labels.indexOf(category.id());
    if (index < 0) {
      throw new IllegalArgumentException(labels + " has no category " + category.name());
    }
    return images[index];
  }

  /**
   * How common a category is: as the label set says, or, where it says so of no category, by the
   * number of images. A category of no image is then neither rare nor anything else.
   */
  public Optional<Frequency> frequency(Category category) {
    if (frequenciesGiven) {
      return Optional.ofNullable(category.frequency());
    }
    int number = of(category);
    return number == 0 ? Optional.empty() : Optional.of(Frequency.of(number));
  }
}
