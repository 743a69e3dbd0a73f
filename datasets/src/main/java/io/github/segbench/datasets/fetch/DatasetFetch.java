package io.github.segbench.datasets.fetch;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.datasets.download.ByteSize;
import io.github.segbench.datasets.download.DownloadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches the files of a data set into the folder of all data sets: downloads each, checks it,
 * unpacks it aside and moves it into place when it is whole. What was fetched before, for this or
 * another data set, is not fetched again.
 */
public final class DatasetFetch {
  private final DataFolder folder;
  private final DownloadSettings settings;
  private final FetchProgress progress;
  private final Receipts receipts;
  private final Licences licences;
  private final FileFetch files;

  /**
   * @param keep whether downloaded archives stay when they have been unpacked
   */
  public DatasetFetch(
      DataFolder folder, boolean keep, DownloadSettings settings, FetchProgress progress) {
    this.folder = folder;
    this.settings = settings;
    this.progress = progress;
    this.receipts = new Receipts(folder);
    this.licences = new Licences(folder);
    this.files = new FileFetch(folder, keep, settings, progress, receipts);
  }

  /**
   * Fetches what is missing.
   *
   * @param id of the data set
   * @param consent asked once for the same terms, and only if there is something to fetch
   * @throws DatasetException if a file cannot be had, is another one than stated, is refused, or is
   *     there with other content; what was moved into place before stays
   */
  public FetchOutcome fetch(String id, DatasetSource source, Consent consent) {
    if (source.files().isEmpty()) {
      return FetchOutcome.NOTHING_TO_FETCH;
    }
    try {
      Files.createDirectories(folder.root());
      try (DataLock lock = DataLock.take(folder)) {
        return fetchMissing(id, source, consent);
      }
    } catch (IOException e) {
      throw new DatasetException("cannot write to " + folder.root() + ": " + e, e);
    } finally {
      progress.ended();
    }
  }

  private FetchOutcome fetchMissing(String id, DatasetSource source, Consent consent)
      throws IOException {
    List<RemoteFile> obtainable = new ArrayList<>();
    List<RemoteFile> withAccount = new ArrayList<>();
    for (RemoteFile file : source.files()) {
      if (receipts.has(file)) {
        progress.line(file.name() + ": already here");
      } else if (file.location().isPresent() || Files.exists(folder.download(file))) {
        obtainable.add(file);
      } else {
        withAccount.add(file);
      }
    }
    if (obtainable.isEmpty() && withAccount.isEmpty()) {
      return FetchOutcome.ALREADY_HERE;
    }
    if (!obtainable.isEmpty()) {
      if (!isAccepted(id, source, consent)) {
        return FetchOutcome.LICENCE_NOT_ACCEPTED;
      }
      requireSpace(id, obtainable);
      folder.clearStaging();
      for (RemoteFile file : obtainable) {
        files.fetch(file);
      }
    }
    if (!withAccount.isEmpty()) {
      sayWhatToDo(source, withAccount);
      return FetchOutcome.ACCOUNT_NEEDED;
    }
    return FetchOutcome.FETCHED;
  }

  private boolean isAccepted(String id, DatasetSource source, Consent consent) throws IOException {
    if (!licences.isAccepted(source)) {
      if (!consent.isGiven(id, source)) {
        return false;
      }
      licences.accept(id, source);
    }
    return true;
  }

  /**
   * Room for what will be unpacked, at least as large as its archives, and for the largest archive
   * as far as it is not here yet.
   */
  private void requireSpace(String id, List<RemoteFile> missing) throws IOException {
    long sum = 0;
    long largest = 0;
    for (RemoteFile file : missing) {
      long bytes = file.size().orElse(0L);
      sum += bytes;
      largest = Math.max(largest, file.unpack() ? bytes - folder.downloaded(file) : 0);
    }
    settings.freeSpace().require(sum + largest, folder.root(), id);
  }

  private void sayWhatToDo(DatasetSource source, List<RemoteFile> files) {
    progress.line(
        "These files need an account: "
            + source.accountNeeded().orElse("ask for it at " + source.homepage()));
    for (RemoteFile file : files) {
      Optional<String> size = file.size().map(bytes -> " (" + ByteSize.text(bytes) + ")");
      progress.line("  put " + file.name() + size.orElse("") + " here: " + folder.download(file));
    }
    progress.line("Then fetch again: they are checked and unpacked.");
  }
}
