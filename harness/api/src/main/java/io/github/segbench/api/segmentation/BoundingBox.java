package io.github.segbench.api.segmentation;

/**
 * An axis-aligned box in pixels, COCO style: the upper left corner, width and height.
 *
 * @param x left edge; pixel column {@code c} covers {@code [c, c + 1)}
 * @param y upper edge
 */
public record BoundingBox(double x, double y, double width, double height) {}
