package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.Preprocessing.Layout;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A network's output that semantic decoders can read, as its type, shape and name tell.
 *
 * @param channels -1 where their number is not fixed; 1 for maps of rank 3
 */
record MapOutput(TensorInfo info, OutputKind kind, Layout layout, long channels) {
  private static final List<ElementType> INDICES =
      List.of(ElementType.UINT8, ElementType.INT32, ElementType.INT64);

  /**
   * @param inputLayout that decides where the shape does not
   * @return empty if no semantic decoder reads it
   */
  static Optional<MapOutput> of(TensorInfo info, Layout inputLayout) {
    int rank = info.shape().size();
    boolean floats = info.type() == ElementType.FLOAT32 || info.type() == ElementType.FLOAT16;
    if ((rank != 3 && rank != 4) || (!floats && !INDICES.contains(info.type()))) {
      return Optional.empty();
    }
    Layout layout = rank == 3 ? Layout.NCHW : layout(info.shape(), inputLayout);
    long channels = rank == 3 ? 1 : info.shape().get(layout == Layout.NCHW ? 1 : 3);
    if (!floats) {
      return channels > 1
          ? Optional.empty()
          : Optional.of(new MapOutput(info, OutputKind.ARGMAX, layout, channels));
    }
    return Optional.of(new MapOutput(info, kind(info.name(), channels), layout, channels));
  }

  private static Layout layout(List<Long> shape, Layout inputLayout) {
    long second = shape.get(1);
    long last = shape.get(3);
    if (second > 0 && (last < 0 || second < last)) {
      return Layout.NCHW;
    }
    if (last > 0 && (second < 0 || last < second)) {
      return Layout.NHWC;
    }
    return inputLayout;
  }

  private static OutputKind kind(String name, long channels) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean probabilities =
        lower.contains("prob") || lower.contains("softmax") || lower.contains("sigmoid");
    if (channels == 1) {
      return probabilities ? OutputKind.SIGMOID_PROBABILITIES : OutputKind.SIGMOID_LOGITS;
    }
    return probabilities ? OutputKind.PROBABILITIES : OutputKind.LOGITS;
  }

  /** In pixels; -1 where it is not fixed. */
  long width() {
    return info.shape().get(heightAxis() + 1);
  }

  /** In pixels; -1 where it is not fixed. */
  long height() {
    return info.shape().get(heightAxis());
  }

  private int heightAxis() {
    return info.shape().size() == 4 && layout == Layout.NCHW ? 2 : 1;
  }

  /** What it holds, in words. */
  String meaning() {
    String classes = channels < 0 ? "a score for each class" : channels + " scores";
    return switch (kind) {
      case LOGITS -> classes + " at each pixel";
      case PROBABILITIES -> classes + " at each pixel, by its name probabilities";
      case ARGMAX -> "the index of a class at each pixel";
      case SIGMOID_LOGITS -> "one score at each pixel, of foreground against background";
      case SIGMOID_PROBABILITIES -> "by its name the probability of foreground at each pixel";
    };
  }
}
