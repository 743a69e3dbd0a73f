package io.github.segbench.models.instance;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.BoundingBox;

/** A detector's box by its edges, in pixels; pixel column {@code c} covers {@code [c, c + 1)}. */
public record Box(float left, float top, float right, float bottom) {
  /** A box in the network's input, brought to the original image. */
  public Box inOriginal(ImageGeometry geometry) {
    float scaleX = (float) geometry.scaleX();
    float scaleY = (float) geometry.scaleY();
    return new Box(left * scaleX, top * scaleY, right * scaleX, bottom * scaleY);
  }

  /** The part of the box within an image; empty boxes have width or height 0. */
  public BoundingBox within(int width, int height) {
    double x = clamp(left, width);
    double y = clamp(top, height);
    return new BoundingBox(
        x, y, Math.max(0, clamp(right, width) - x), Math.max(0, clamp(bottom, height) - y));
  }

  public float area() {
    return (right - left) * (bottom - top);
  }

  /** Intersection over union, in float32 as torchvision's {@code nms} computes it. */
  public float intersectionOverUnion(Box other) {
    float width = Math.max(0, Math.min(right, other.right) - Math.max(left, other.left));
    float height = Math.max(0, Math.min(bottom, other.bottom) - Math.max(top, other.top));
    float intersection = width * height;
    return intersection / (area() + other.area() - intersection);
  }

  private static double clamp(float value, int limit) {
    return Math.max(0, Math.min(value, limit));
  }
}
