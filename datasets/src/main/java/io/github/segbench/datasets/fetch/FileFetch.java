package io.github.segbench.datasets.fetch;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.datasets.archive.UnpackLimits;
import io.github.segbench.datasets.archive.Unpacking;
import io.github.segbench.datasets.download.Download;
import io.github.segbench.datasets.download.DownloadSettings;
import io.github.segbench.datasets.download.FileCheck;
import io.github.segbench.datasets.download.FreeSpace;
import io.github.segbench.datasets.download.PartFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Brings one file of a data set into its place. */
final class FileFetch {
  private final DataFolder folder;
  private final boolean keep;
  private final DownloadSettings settings;
  private final FetchProgress progress;
  private final Receipts receipts;
  private final Download download;

  FileFetch(
      DataFolder folder,
      boolean keep,
      DownloadSettings settings,
      FetchProgress progress,
      Receipts receipts) {
    this.folder = folder;
    this.keep = keep;
    this.settings = settings;
    this.progress = progress;
    this.receipts = receipts;
    this.download = new Download(settings);
  }

  /**
   * Takes the file from the folder of downloads, or downloads it to there first. What a user has
   * put there stays there.
   */
  void fetch(RemoteFile file) throws IOException {
    Path archive = folder.download(file);
    Files.createDirectories(archive.getParent());
    if (Files.exists(archive)) {
      install(file, archive, check(file, archive), false);
    } else {
      Map<String, String> checksums = download(file, archive);
      install(file, archive, checksums, !keep);
    }
  }

  private Map<String, String> download(RemoteFile file, Path archive) throws IOException {
    PartFile part = new PartFile(folder.part(file));
    download.fetch(
        file.location().orElseThrow(),
        part,
        file.size().orElse(null),
        progress.step("download", file.name()));
    Map<String, String> checksums;
    try {
      checksums = check(file, part.path());
    } catch (DatasetException e) {
      part.delete(); // nothing can be added to it that would make it right
      throw e;
    }
    part.rename(archive);
    return checksums;
  }

  private Map<String, String> check(RemoteFile file, Path path) throws IOException {
    Map<String, String> checksums =
        FileCheck.check(file, path, progress.step("check", file.name()));
    if (file.checksums().isEmpty()) {
      progress.line(
          file.name()
              + ": sha256 "
              + checksums.get("sha256")
              + "; nobody states what it should be, so it is unchecked");
    }
    return checksums;
  }

  private void install(
      RemoteFile file, Path archive, Map<String, String> checksums, boolean disposable)
      throws IOException {
    long bytes = Files.size(archive);
    Path staging = folder.newStaging();
    try {
      if (file.unpack()) {
        unpack(file, archive, staging);
      } else {
        settings.freeSpace().require(bytes, folder.root(), file.name());
        Files.copy(archive, staging.resolve(file.name()));
      }
      StagedFiles staged = StagedFiles.in(staging);
      staged.moveInto(folder.target(file), folder.reserved());
      receipts.write(
          file,
          new Receipt(
              file.name(),
              Receipt.url(file),
              file.into(),
              file.folderOfArchive().orElse(""),
              file.unpack(),
              bytes,
              checksums,
              staged.files(),
              staged.folders()));
    } finally {
      DataFolder.delete(staging);
    }
    if (disposable) {
      Files.deleteIfExists(archive);
    }
  }

  private void unpack(RemoteFile file, Path archive, Path staging) throws IOException {
    long free = settings.freeSpace().bytes(folder.root()) - FreeSpace.RESERVE;
    new Unpacking(UnpackLimits.forFreeSpace(free), progress.step("unpack", file.name()))
        .unpack(archive, file.folderOfArchive().orElse(null), file.archives(), staging);
  }
}
