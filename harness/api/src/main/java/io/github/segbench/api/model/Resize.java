package io.github.segbench.api.model;

import java.util.Objects;

/**
 * How an image is brought to the network's input size, before padding.
 *
 * @param width target width of {@code EXACT} and {@code LETTERBOX}, else 0
 * @param height target height of {@code EXACT} and {@code LETTERBOX}, else 0
 * @param shortSide target of {@code SHORT_SIDE}, else 0
 * @param maxLongSide bound of the long side under {@code SHORT_SIDE}, 0 for none
 * @param antialias whether every pixel of an image that gets smaller counts, as in Pillow; without
 *     it those next to the target's centres
 * @param rounding of sides under {@code SHORT_SIDE}, else {@code NEAREST}
 */
public record Resize(
    Mode mode,
    int width,
    int height,
    int shortSide,
    int maxLongSide,
    boolean antialias,
    Rounding rounding) {
  /** The ways to resize; all are bilinear with half-pixel centres. */
  public enum Mode {
    /** The image keeps its size. */
    NONE,
    /** To exactly width x height; the aspect ratio may change. */
    EXACT,
    /** Scaled to fit into width x height, then padded on the right and below to that size. */
    LETTERBOX,
    /** Scaled so that the short side has a given length, the long side at most another. */
    SHORT_SIDE
  }

  /** How sides come to whole pixels; they are never less than 1. */
  public enum Rounding {
    /** To the nearest pixel, halves up. */
    NEAREST,
    /**
     * Down, as {@code Resize} of torchvision's transforms: a long side beyond its bound is set to
     * that, and the short side follows from the rounded long one.
     */
    TORCHVISION,
    /**
     * Down, as torchvision's detectors: both sides are multiplied by one factor that is computed in
     * float32, so that the short side may lose a pixel.
     */
    TORCHVISION_DETECTION
  }

  public Resize {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(rounding, "rounding");
    boolean sized = mode == Mode.EXACT || mode == Mode.LETTERBOX;
    if (sized != (width > 0 && height > 0) || width < 0 || height < 0) {
      throw new IllegalArgumentException(mode + " with width " + width + ", height " + height);
    }
    if ((mode == Mode.SHORT_SIDE) != (shortSide > 0) || maxLongSide < 0) {
      throw new IllegalArgumentException(
          mode + " with short side " + shortSide + ", longest side " + maxLongSide);
    }
    if (mode != Mode.SHORT_SIDE && rounding != Rounding.NEAREST) {
      throw new IllegalArgumentException(mode + " with rounding " + rounding);
    }
  }

  /** Without antialiasing, rounded to the nearest pixel. */
  public Resize(Mode mode, int width, int height, int shortSide, int maxLongSide) {
    this(mode, width, height, shortSide, maxLongSide, false, Rounding.NEAREST);
  }

  /** The same with antialiasing. */
  public Resize antialiased() {
    return new Resize(mode, width, height, shortSide, maxLongSide, true, rounding);
  }

  /** The same with another rounding; of mode {@code SHORT_SIDE} alone. */
  public Resize rounded(Rounding other) {
    return new Resize(mode, width, height, shortSide, maxLongSide, antialias, other);
  }

  public static Resize none() {
    return new Resize(Mode.NONE, 0, 0, 0, 0);
  }

  public static Resize exact(int width, int height) {
    return new Resize(Mode.EXACT, width, height, 0, 0);
  }

  public static Resize letterbox(int width, int height) {
    return new Resize(Mode.LETTERBOX, width, height, 0, 0);
  }

  public static Resize shortSide(int shortSide, int maxLongSide) {
    return new Resize(Mode.SHORT_SIDE, 0, 0, shortSide, maxLongSide);
  }
}
