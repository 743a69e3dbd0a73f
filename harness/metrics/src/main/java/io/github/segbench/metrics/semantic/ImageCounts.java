package io.github.segbench.metrics.semantic;

import io.github.segbench.metrics.evaluation.CategoryChoice;
import java.util.Arrays;

/** The class counts of one image, kept small: the classes that occur in it alone. */
final class ImageCounts {
  /** Of no classes. */
  static final ImageCounts NONE = new ImageCounts(0, 0);

  private final int classes;
  private final int[] index;
  private final int[] truePositives;
  private final int[] truth;
  private final int[] predicted;

  private ImageCounts(int classes, int occurring) {
    this.classes = classes;
    this.index = new int[occurring];
    this.truePositives = new int[occurring];
    this.truth = new int[occurring];
    this.predicted = new int[occurring];
  }

  static ImageCounts of(ClassCounts counts) {
    int[] occurring = new int[counts.size()];
    int found = 0;
    for (int c = 0; c < counts.size(); c++) {
      if (counts.union(c) > 0) {
        occurring[found++] = c;
      }
    }
    ImageCounts result = new ImageCounts(counts.size(), found);
    System.arraycopy(occurring, 0, result.index, 0, found);
    // A label map has fewer than 2^31 pixels.
    Arrays.setAll(result.truePositives, i -> (int) counts.truePositives(occurring[i]));
    Arrays.setAll(result.truth, i -> (int) counts.truth(occurring[i]));
    Arrays.setAll(result.predicted, i -> (int) counts.predicted(occurring[i]));
    return result;
  }

  /** The same image with the chosen classes alone, at their places among these. */
  ImageCounts select(CategoryChoice choice) {
    ClassCounts counts = new ClassCounts(choice.labels().size());
    for (int i = 0; i < index.length; i++) {
      int position = choice.position(index[i]);
      if (position >= 0) {
        counts.add(position, truePositives[i], truth[i], predicted[i]);
      }
    }
    return of(counts);
  }

  /** Adds one for each class that the ground truth of the image has. */
  void countAnnotated(int[] images) {
    for (int i = 0; i < index.length; i++) {
      images[index[i]] += truth[i] > 0 ? 1 : 0;
    }
  }

  /** Adds the image to sums, {@code times} times. */
  void addTo(ClassCounts sums, int times) {
    for (int i = 0; i < index.length; i++) {
      sums.add(
          index[i],
          (long) truePositives[i] * times,
          (long) truth[i] * times,
          (long) predicted[i] * times);
    }
  }

  /** The counts of this image alone. */
  ClassCounts expand() {
    ClassCounts counts = new ClassCounts(classes);
    addTo(counts, 1);
    return counts;
  }
}
