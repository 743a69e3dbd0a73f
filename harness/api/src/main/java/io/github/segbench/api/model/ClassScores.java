package io.github.segbench.api.model;

/**
 * The probabilities of every class at every pixel of an image at its original size; the classes
 * stand in the order of the model's label set.
 */
public final class ClassScores {
  private final int classCount;
  private final int width;
  private final int height;
  private final float[] values;

  /**
   * @param values {@code [classCount, height, width]}, row-major, each 0..1; shared, not copied
   */
  public ClassScores(int classCount, int width, int height, float[] values) {
    if (classCount < 1 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "impossible scores: " + classCount + " classes, " + width + "x" + height);
    }
    if (values.length != (long) classCount * width * height) {
      throw new IllegalArgumentException(
          values.length + " values for " + classCount + " classes at " + width + "x" + height);
    }
    this.classCount = classCount;
    this.width = width;
    this.height = height;
    this.values = values;
  }

  public int classCount() {
    return classCount;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** {@code [classCount, height, width]}, row-major; not a copy. */
  public float[] values() {
    return values;
  }
}
