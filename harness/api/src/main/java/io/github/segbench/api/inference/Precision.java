package io.github.segbench.api.inference;

import java.util.Locale;

/** The number format that a network computes in. */
public enum Precision {
  FP32,
  FP16,
  INT8;

  /** The lower-case name used in configuration and result files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
