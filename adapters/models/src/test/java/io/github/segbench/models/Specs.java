package io.github.segbench.models;

import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.List;
import java.util.Map;

/** Model descriptions for tests. */
public final class Specs {
  private Specs() {}

  public static ModelSpec of(
      ModelFamily family, LabelSet labels, Preprocessing preprocessing, Map<String, ?> options) {
    return new ModelSpec(
        "tested",
        "Tested",
        family.id(),
        labels,
        List.of(),
        preprocessing,
        new Options(family.options(), options));
  }

  /** That of the bundled networks. */
  public static Preprocessing preprocessing(Resize resize, int padMultiple, int maxBatch) {
    return preprocessing(resize, padMultiple, maxBatch, 0, ChannelOrder.RGB, Layout.NCHW);
  }

  public static Preprocessing preprocessing(
      Resize resize,
      int padMultiple,
      int maxBatch,
      double padValue,
      ChannelOrder order,
      Layout layout) {
    return new Preprocessing(
        "image",
        resize,
        padMultiple,
        padValue,
        order,
        layout,
        0.00392156862745098,
        List.of(0.5, 0.4, 0.3),
        List.of(0.25, 0.2, 0.125),
        maxBatch);
  }
}
