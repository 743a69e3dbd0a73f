package io.github.segbench.api.dataset;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that a data set is distributed as.
 *
 * @param name of the downloaded file, without a folder
 * @param url null if it can only be had with an account
 * @param bytes its size; null if no publisher states it
 * @param checksums lower-case hexadecimal digits by algorithm: {@code sha256}, {@code sha1}, {@code
 *     md5}; those that a publisher or a well-known library states
 * @param into the folder, below the folder of all data sets, that it is unpacked or put into
 * @param unpack whether it is an archive to be unpacked
 */
public record RemoteFile(
    String name,
    @Nullable URI url,
    @Nullable Long bytes,
    Map<String, String> checksums,
    String into,
    boolean unpack) {
  public RemoteFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(into, "into");
    checksums = Map.copyOf(checksums);
  }

  /** Where it can be downloaded, unless that needs an account. */
  public Optional<URI> location() {
    return Optional.ofNullable(url);
  }

  /** Its size, if it is known. */
  public Optional<Long> size() {
    return Optional.ofNullable(bytes);
  }
}
