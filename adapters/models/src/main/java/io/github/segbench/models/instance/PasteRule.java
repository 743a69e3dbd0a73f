package io.github.segbench.models.instance;

import java.util.Arrays;
import java.util.List;

/**
 * A rule by which a RoI mask is stretched over its box: which pixels it reaches, and how they weigh
 * its samples. All rules are bilinear and the same along both axes; they differ at the edges.
 */
public enum PasteRule {
  /** This project's own, see {@code docs/models-instance.md}. */
  PIXEL_CENTRE("pixel-centre") {
    @Override
    PasteAxis axis(float low, float high, int samples, int length) {
      return CentrePasting.axis(low, high, samples, length);
    }
  },
  /** Whole boxes and a border of zeros. */
  TORCHVISION("torchvision") {
    @Override
    PasteAxis axis(float low, float high, int samples, int length) {
      return TorchvisionPasting.axis(low, high, samples, length);
    }
  },
  /** Exact boxes and zeros beyond the samples; a pixel at the threshold belongs to the object. */
  DETECTRON2("detectron2") {
    @Override
    PasteAxis axis(float low, float high, int samples, int length) {
      return GridSamplePasting.axis(low, high, samples, length);
    }

    @Override
    float exceeded(float threshold) {
      return Math.nextDown(threshold);
    }
  };

  private final String id;

  PasteRule(String id) {
    this.id = id;
  }

  /** The value in YAML. */
  String id() {
    return id;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(PasteRule::id).toList();
  }

  static PasteRule of(String id) {
    return Arrays.stream(values())
        .filter(rule -> rule.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no paste rule " + id));
  }

  /**
   * @param low edge of the box, in pixels of the image
   * @param samples of the mask
   * @param length of the image's axis, in pixels
   */
  abstract PasteAxis axis(float low, float high, int samples, int length);

  /** The value that a pixel of the object exceeds. */
  float exceeded(float threshold) {
    return threshold;
  }
}
