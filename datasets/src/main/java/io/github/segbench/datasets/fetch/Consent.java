package io.github.segbench.datasets.fetch;

import io.github.segbench.api.dataset.DatasetSource;

/** Asks the user whether the terms of a data set are accepted. */
public interface Consent {
  /**
   * @param id of the data set
   * @return false to fetch nothing
   */
  boolean isGiven(String id, DatasetSource source);
}
