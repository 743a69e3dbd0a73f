package io.github.segbench.models;

import io.github.segbench.api.model.ImageGeometry;

/**
 * How a map that covers a network's whole input, at the input's resolution or a coarser one, comes
 * to the original image: the part of the map under the padding is cut off, the rest is stretched.
 *
 * <p>An original pixel centre {@code x + 0.5} falls on map coordinate {@code (x + 0.5) *
 * scaledWidth / originalWidth * mapWidth / inputWidth}; the map's positions that touch the image
 * count, {@code ceil(scaledWidth * mapWidth / inputWidth)} of them.
 */
public final class CroppedGrid {
  private final int mapWidth;
  private final int mapHeight;
  private final ImageGeometry geometry;

  public CroppedGrid(int mapWidth, int mapHeight, ImageGeometry geometry) {
    this.mapWidth = mapWidth;
    this.mapHeight = mapHeight;
    this.geometry = geometry;
  }

  /** Positions of the map, along x, that touch the image. */
  public int usableWidth() {
    return usable(geometry.scaledWidth(), mapWidth, geometry.inputWidth());
  }

  /** Positions of the map, along y, that touch the image. */
  public int usableHeight() {
    return usable(geometry.scaledHeight(), mapHeight, geometry.inputHeight());
  }

  public BilinearAxis bilinearX() {
    return new BilinearAxis(usableWidth(), geometry.originalWidth(), mapPerOriginalX());
  }

  public BilinearAxis bilinearY() {
    return new BilinearAxis(usableHeight(), geometry.originalHeight(), mapPerOriginalY());
  }

  /**
   * The columns where the corners of map, input and image are aligned: an original column {@code x}
   * falls on map column {@code x * (scaledWidth - 1) / (originalWidth - 1) * (mapWidth - 1) /
   * (inputWidth - 1)}.
   */
  public BilinearAxis alignedX() {
    return aligned(
        geometry.originalWidth(), geometry.scaledWidth(), geometry.inputWidth(), mapWidth);
  }

  /** The rows where the corners of map, input and image are aligned. */
  public BilinearAxis alignedY() {
    return aligned(
        geometry.originalHeight(), geometry.scaledHeight(), geometry.inputHeight(), mapHeight);
  }

  /** The map column of each original column, {@code [originalWidth]}. */
  public int[] nearestX() {
    return NearestAxis.positions(
        usableWidth(),
        geometry.originalWidth(),
        (long) geometry.scaledWidth() * mapWidth,
        (long) geometry.originalWidth() * geometry.inputWidth());
  }

  /** The map row of each original row, {@code [originalHeight]}. */
  public int[] nearestY() {
    return NearestAxis.positions(
        usableHeight(),
        geometry.originalHeight(),
        (long) geometry.scaledHeight() * mapHeight,
        (long) geometry.originalHeight() * geometry.inputHeight());
  }

  private double mapPerOriginalX() {
    return (double) geometry.scaledWidth()
        * mapWidth
        / ((double) geometry.originalWidth() * geometry.inputWidth());
  }

  private double mapPerOriginalY() {
    return (double) geometry.scaledHeight()
        * mapHeight
        / ((double) geometry.originalHeight() * geometry.inputHeight());
  }

  private static BilinearAxis aligned(int original, int scaled, int input, int map) {
    double mapPerInput = perStep(map, input);
    int last = (int) ((scaled - 1) * mapPerInput);
    return BilinearAxis.aligned(
        Math.min(last + 2, map), original, perStep(scaled, original) * mapPerInput);
  }

  private static double perStep(int source, int target) {
    return target == 1 ? 0 : (source - 1.0) / (target - 1);
  }

  private static int usable(int scaled, int map, int input) {
    return (int) (((long) scaled * map + input - 1) / input);
  }
}
