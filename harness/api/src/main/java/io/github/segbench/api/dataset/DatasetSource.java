package io.github.segbench.api.dataset;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a data set comes from and on which terms.
 *
 * @param homepage of its publisher
 * @param licence its terms in a sentence
 * @param account what one must do to be let in, if its files can only be had with an account
 * @param files what it is distributed as; empty if nothing is to be downloaded
 */
public record DatasetSource(
    URI homepage, String licence, @Nullable String account, List<RemoteFile> files) {
  public DatasetSource {
    Objects.requireNonNull(homepage, "homepage");
    Objects.requireNonNull(licence, "licence");
    files = List.copyOf(files);
  }

  /** What one must do first, if the files can only be had with an account. */
  public Optional<String> accountNeeded() {
    return Optional.ofNullable(account);
  }
}
