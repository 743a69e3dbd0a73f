package io.github.segbench.api.model;

import io.github.segbench.api.inference.ElementType;
import java.util.List;
import java.util.Objects;

/**
 * From 8-bit RGB pixels to the network's input: resize, pad, then for each channel {@code (pixel *
 * scale - mean) / std}.
 *
 * @param inputName the name of the network's input tensor
 * @param padMultiple both sides are padded on the right and below to a multiple of this; 1 for none
 * @param padValue value of padded elements, in the units of the tensor (after normalisation)
 * @param mean one value a channel, in the order of {@code channelOrder}
 * @param std one value a channel, positive
 * @param maxBatch the most images in one run; 1 for networks exported with a fixed batch
 * @param type float32; or uint8 for networks that take pixels, with values rounded to 0..255
 */
public record Preprocessing(
    String inputName,
    Resize resize,
    int padMultiple,
    double padValue,
    ChannelOrder channelOrder,
    Layout layout,
    double scale,
    List<Double> mean,
    List<Double> std,
    int maxBatch,
    ElementType type) {
  /** The order of the colour channels in the tensor. */
  public enum ChannelOrder {
    RGB,
    BGR
  }

  /** The order of the tensor's dimensions. */
  public enum Layout {
    NCHW,
    NHWC,
    /** One image without a batch dimension. */
    CHW
  }

  public Preprocessing {
    Objects.requireNonNull(inputName, "inputName");
    Objects.requireNonNull(resize, "resize");
    Objects.requireNonNull(channelOrder, "channelOrder");
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(type, "type");
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (padMultiple < 1) {
      throw new IllegalArgumentException("padMultiple must be >= 1: " + padMultiple);
    }
    if (mean.size() != 3 || std.size() != 3) {
      throw new IllegalArgumentException("mean and std have one value for each of 3 channels");
    }
    if (std.stream().anyMatch(value -> value <= 0)) {
      throw new IllegalArgumentException("std must be positive: " + std);
    }
    if (maxBatch < 1) {
      throw new IllegalArgumentException("maxBatch must be >= 1: " + maxBatch);
    }
    if (type != ElementType.FLOAT32 && type != ElementType.UINT8) {
      throw new IllegalArgumentException("type must be FLOAT32 or UINT8: " + type);
    }
  }

  /** To float32. */
  public Preprocessing(
      String inputName,
      Resize resize,
      int padMultiple,
      double padValue,
      ChannelOrder channelOrder,
      Layout layout,
      double scale,
      List<Double> mean,
      List<Double> std,
      int maxBatch) {
    this(
        inputName,
        resize,
        padMultiple,
        padValue,
        channelOrder,
        layout,
        scale,
        mean,
        std,
        maxBatch,
        ElementType.FLOAT32);
  }

  /** The same with another {@code padMultiple}. */
  public Preprocessing withPadMultiple(int multiple) {
    return new Preprocessing(
        inputName,
        resize,
        multiple,
        padValue,
        channelOrder,
        layout,
        scale,
        mean,
        std,
        maxBatch,
        type);
  }
}
