package io.github.segbench.metrics.evaluation;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One record for each image, in the order of the images whatever the order they came in.
 *
 * @param <T> what is kept of an image
 */
public final class ImageRecords<T> {
  private final NavigableMap<Integer, T> byImage = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if the image was added before
   */
  public void add(int image, T record) {
    requireAbsent(image);
    byImage.put(image, record);
  }

  /**
   * Takes over all records of another, or none.
   *
   * @throws IllegalArgumentException if both have a record of one image
   */
  public void addAll(ImageRecords<T> other) {
    other.byImage.keySet().forEach(this::requireAbsent);
    byImage.putAll(other.byImage);
  }

  /**
   * @throws IllegalArgumentException if the image was added before
   */
  public void requireAbsent(int image) {
    if (image < 0) {
      throw new IllegalArgumentException("the position of an image must be >= 0: " + image);
    }
    if (byImage.containsKey(image)) {
      throw new IllegalArgumentException("image " + image + " was added before");
    }
  }

  /** The same images with another record each. */
  public <R> ImageRecords<R> map(Function<T, R> function) {
    ImageRecords<R> mapped = new ImageRecords<>();
    byImage.forEach((image, record) -> mapped.byImage.put(image, function.apply(record)));
    return mapped;
  }

  public int size() {
    return byImage.size();
  }

  /** The images, ascending. */
  public int[] images() {
    return byImage.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  /** The records, by ascending image. */
  public List<T> inOrder() {
    return List.copyOf(byImage.values());
  }
}
