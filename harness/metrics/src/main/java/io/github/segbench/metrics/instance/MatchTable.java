package io.github.segbench.metrics.instance;

import io.github.segbench.metrics.instance.CategoryDetections.OfImage;
import java.util.ArrayList;
import java.util.List;

/** The matches of a data set by category. Categories are sorted by several threads. */
final class MatchTable {
  private final int images;
  private final List<CategoryDetections> categories;

  /**
   * @param categories number of categories in the label set
   * @param images the matches of each image, by ascending image
   */
  MatchTable(int categories, List<ImageMatches> images) {
    this.images = images.size();
    List<List<OfImage>> byCategory = new ArrayList<>(categories);
    for (int c = 0; c < categories; c++) {
      byCategory.add(new ArrayList<>());
    }
    for (int i = 0; i < images.size(); i++) {
      for (CategoryMatches matches : images.get(i).categories()) {
        byCategory.get(matches.category()).add(new OfImage(i, matches));
      }
    }
    this.categories = byCategory.parallelStream().map(CategoryDetections::new).toList();
  }

  int images() {
    return images;
  }

  /** By index of the category. */
  List<CategoryDetections> categories() {
    return categories;
  }
}
