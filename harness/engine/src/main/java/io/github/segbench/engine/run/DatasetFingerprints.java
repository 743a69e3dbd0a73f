package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.engine.config.DatasetConfig;
import java.util.HashMap;
import java.util.Map;

/**
 * The fingerprints of a run's data sets, each found out once: it takes reading every file. Used by
 * one thread.
 */
final class DatasetFingerprints {
  private final Map<DatasetConfig, String> known = new HashMap<>();

  /**
   * @param dataset what the configuration opens
   * @throws DatasetException if a file cannot be read
   */
  String of(DatasetConfig config, Dataset dataset) {
    return known.computeIfAbsent(config, unknown -> dataset.fingerprint());
  }
}
