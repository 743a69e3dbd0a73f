package io.github.segbench.metrics.instance;

import io.github.segbench.metrics.evaluation.CategoryChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matches of one image.
 *
 * @param categories those with annotated objects or detections, ascending
 */
record ImageMatches(List<CategoryMatches> categories) {
  private static final double SCORE_SHOWN = 0.5;

  ImageMatches {
    categories = List.copyOf(categories);
  }

  /** The same image with the chosen categories alone, at their places among these. */
  ImageMatches select(CategoryChoice choice) {
    return new ImageMatches(
        categories.stream()
            .filter(matches -> choice.position(matches.category()) >= 0)
            .map(matches -> matches.at(choice.position(matches.category())))
            .toList());
  }

  /** Adds one for each category of which the image has an object that counts. */
  void countAnnotated(int[] images) {
    for (CategoryMatches matches : categories) {
      images[matches.category()] += matches.positives(AreaRange.ALL) > 0 ? 1 : 0;
    }
  }

  /**
   * F1 of the detections with a score of at least 0.5, matched at IoU 0.5: 2 TP / (2 TP + FP + FN).
   *
   * @return null if there are neither objects nor such detections
   */
  @Nullable Double f1() {
    int truePositives = 0;
    int falsePositives = 0;
    int positives = 0;
    for (CategoryMatches matches : categories) {
      positives += matches.positives(AreaRange.ALL);
      for (int d = 0; d < matches.size() && matches.score(d) >= SCORE_SHOWN; d++) {
        int word = matches.word(AreaRange.ALL, d);
        if (!CategoryMatches.isIgnored(word, 0)) {
          truePositives += CategoryMatches.isMatched(word, 0) ? 1 : 0;
          falsePositives += CategoryMatches.isMatched(word, 0) ? 0 : 1;
        }
      }
    }
    // 2 TP + FP + FN, where TP + FN are the positives.
    int denominator = truePositives + falsePositives + positives;
    return denominator == 0 ? null : 2.0 * truePositives / denominator;
  }
}
