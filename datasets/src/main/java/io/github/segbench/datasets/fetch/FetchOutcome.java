package io.github.segbench.datasets.fetch;

/** How a fetch has ended, if not with an error. */
public enum FetchOutcome {
  /** Something was fetched and all is there. */
  FETCHED,
  /** All was there. */
  ALREADY_HERE,
  /** The data set has no files to fetch. */
  NOTHING_TO_FETCH,
  /** The terms were not accepted. */
  LICENCE_NOT_ACCEPTED,
  /** Some files can only be had with an account, and are not in the folder of downloads. */
  ACCOUNT_NEEDED
}
