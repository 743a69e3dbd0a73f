package io.github.segbench.api.dataset;

import java.net.URI;
import java.util.Collection;
import java.util.List;
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
 * @param from the folder of the archive whose content is unpacked, the rest being left out; null
 *     for all of it
 * @param archives archives within the archive, by their paths below {@code into}: each is unpacked
 *     in its turn into the folder that it lies in, and not kept
 * @param splits the splits that need it; empty if all do
 */
public record RemoteFile(
    String name,
    @Nullable URI url,
    @Nullable Long bytes,
    Map<String, String> checksums,
    String into,
    boolean unpack,
    @Nullable String from,
    List<String> archives,
    List<String> splits) {
  public RemoteFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(into, "into");
    checksums = Map.copyOf(checksums);
    archives = List.copyOf(archives);
    splits = List.copyOf(splits);
  }

  /** A file of which all is taken as it is, for all splits. */
  public RemoteFile(
      String name,
      @Nullable URI url,
      @Nullable Long bytes,
      Map<String, String> checksums,
      String into,
      boolean unpack) {
    this(name, url, bytes, checksums, into, unpack, null, List.of(), List.of());
  }

  /** Where it can be downloaded, unless that needs an account. */
  public Optional<URI> location() {
    return Optional.ofNullable(url);
  }

  /** The folder of the archive that is taken, unless all of it is. */
  public Optional<String> folderOfArchive() {
    return Optional.ofNullable(from);
  }

  /** Whether one of these splits needs it. */
  public boolean isFor(Collection<String> chosen) {
    return splits.isEmpty() || splits.stream().anyMatch(chosen::contains);
  }

  /** Its size, if it is known. */
  public Optional<Long> size() {
    return Optional.ofNullable(bytes);
  }
}
