package io.github.segbench.engine.result;

import java.util.Arrays;
import java.util.Optional;

/** The parts of the way from an image file to a segmentation that are timed, and of a start. */
public enum LatencyStage {
  /** Compressed image bytes in memory to RGB pixels. */
  DECODE("decode"),
  /** RGB pixels to input tensors. */
  PREPROCESS("preprocess"),
  /** Input tensors to output tensors. */
  INFERENCE("inference"),
  /** Output tensors to segmentations at the image's size. */
  POSTPROCESS("postprocess"),
  /** The post-processors on class scores and segmentations, of models that have them. */
  REFINE("refine"),
  /** All of them in a row. */
  END_TO_END("endToEnd"),
  /** All of them in a row, in the first call after the process has done nothing for a while. */
  AFTER_PAUSE("afterPause"),
  /** The start of a process to its first segmentation. */
  COLD_START("coldStart"),
  /** In a cold start: a model's file is read and checked, and its network made ready to run. */
  MODEL_LOAD("modelLoad"),
  /** In a cold start: the first run of the network. */
  FIRST_INFERENCE("firstInference");

  private final String id;

  LatencyStage(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public static Optional<LatencyStage> named(String id) {
    return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
  }
}
