package io.github.segbench.models.instance;

import java.util.Arrays;
import java.util.List;

/** What a network's mask output holds. */
enum MaskFormat {
  /** Probabilities over the box, {@code [n, size, size]}. */
  ROI_PROBABILITY("roi-probability-28"),
  /** Logits over the box, {@code [n, size, size]}. */
  ROI_LOGIT("roi-logit-28"),
  /** Float32 probabilities over the whole image, {@code [n, H, W]}. */
  PASTED_PROBABILITY("pasted-probability"),
  /** Bool, uint8 or int32 over the whole image, {@code [n, H, W]}; 0 is background. */
  PASTED_BITMAP("pasted-bitmap");

  private final String id;

  MaskFormat(String id) {
    this.id = id;
  }

  /** The value in YAML. */
  String id() {
    return id;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(MaskFormat::id).toList();
  }

  static MaskFormat of(String id) {
    return Arrays.stream(values())
        .filter(format -> format.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no mask format " + id));
  }

  /** Whether the masks cover the whole image, not each its box. */
  boolean pasted() {
    return this == PASTED_PROBABILITY || this == PASTED_BITMAP;
  }
}
