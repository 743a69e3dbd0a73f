package io.github.segbench.inspect.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The sliding window of a convolution or pooling.
 *
 * @param kernel its size along each spatial axis, -1 where not known
 * @param pads all beginnings, then all ends
 * @param autoPad {@code NOTSET}, {@code VALID}, {@code SAME_UPPER} or {@code SAME_LOWER}
 * @param roundUp whether a last window that reaches over the end counts
 */
record Window(
    List<Long> kernel,
    List<Long> strides,
    List<Long> dilations,
    List<Long> pads,
    String autoPad,
    boolean roundUp) {

  static Window of(Operator operator, List<Long> kernel) {
    int axes = kernel.size();
    return new Window(
        kernel,
        list(operator, "strides", axes, 1),
        list(operator, "dilations", axes, 1),
        list(operator, "pads", 2 * axes, 0),
        operator.text("auto_pad", "NOTSET"),
        operator.integer("ceil_mode", 0) != 0);
  }

  private static List<Long> list(Operator operator, String name, int size, long otherwise) {
    return operator
        .integers(name)
        .filter(values -> values.size() == size)
        .orElse(Collections.nCopies(size, otherwise));
  }

  /** Sizes after the window has slid over {@code spatial}. */
  List<Long> slide(List<Long> spatial) {
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < spatial.size(); i++) {
      result.add(slide(spatial.get(i), i));
    }
    return result;
  }

  private long slide(long size, int i) {
    long stride = strides.get(i);
    if (size < 0 || stride < 1) {
      return Dims.UNKNOWN;
    }
    if (autoPad.startsWith("SAME")) {
      return (size + stride - 1) / stride;
    }
    if (kernel.get(i) < 0) {
      return Dims.UNKNOWN;
    }
    long begin = autoPad.equals("VALID") ? 0 : pads.get(i);
    long end = autoPad.equals("VALID") ? 0 : pads.get(kernel.size() + i);
    long free = size + begin + end - extent(i);
    if (free < 0) {
      return Dims.UNKNOWN;
    }
    if (!roundUp) {
      return free / stride + 1;
    }
    long steps = (free + stride - 1) / stride + 1;
    // A window that would start in the padding at the end is left out.
    return (steps - 1) * stride >= size + begin ? steps - 1 : steps;
  }

  /** Sizes that the window would have slid over to give {@code spatial}: of transposed ones. */
  List<Long> spread(List<Long> spatial, List<Long> outputPadding) {
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < spatial.size(); i++) {
      long size = spatial.get(i);
      if (size < 0 || kernel.get(i) < 0) {
        result.add(Dims.UNKNOWN);
      } else if (autoPad.startsWith("SAME")) {
        result.add(size * strides.get(i));
      } else {
        long padding = autoPad.equals("VALID") ? 0 : pads.get(i) + pads.get(kernel.size() + i);
        result.add(
            Math.max(
                Dims.UNKNOWN,
                strides.get(i) * (size - 1) + outputPadding.get(i) + extent(i) - padding));
      }
    }
    return result;
  }

  private long extent(int i) {
    return (kernel.get(i) - 1) * dilations.get(i) + 1;
  }
}
