package io.github.segbench.engine.result;

import java.util.Locale;

/** What a trial was doing when it failed. */
public enum TrialPhase {
  /** Opening the data set. */
  DATASET,
  /** Checking the checksum, loading the network, making the adapter. */
  MODEL,
  ACCURACY,
  LATENCY,
  /** Comparing backends, after all trials; no trial fails of it. */
  PARITY;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
