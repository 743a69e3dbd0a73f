package io.github.segbench.datasets.archive;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.datasets.download.TransferProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a zip, tar or gzipped tar archive into an empty folder. Nothing gets out of the folder,
 * no link is made (a link to a file of the archive becomes a copy of it), no device, and no more
 * than the limits allow. Files get the modes that new files have.
 */
public final class Unpacking {
  private final UnpackLimits limits;
  private final TransferProgress progress;

  /**
   * @param progress told how many bytes of the archive are done, and then of each one within it
   */
  public Unpacking(UnpackLimits limits, TransferProgress progress) {
    this.limits = limits;
    this.progress = progress;
  }

  /**
   * Unpacks an archive, and archives within it. The limits are for all that comes out together.
   *
   * @param from the folder of the archive whose content is taken; null for all of it
   * @param within archives among the unpacked files, by their paths in the target; each is unpacked
   *     into the folder that it lies in, then deleted
   * @param target an empty folder
   * @throws DatasetException if an archive is damaged, encrypted, cut short or larger than the
   *     limits, has no such folder or archive, or an entry that is refused; something may be in the
   *     target
   */
  public void unpack(Path archive, @Nullable String from, List<String> within, Path target) {
    String name = archive.toString();
    try {
      UnpackBudget budget = new UnpackBudget(archive, Files.size(archive), limits);
      unpack(archive, name, from, target, budget);
      for (String inner : within) {
        name = archive + ": " + inner;
        unpackWithin(target.resolve(new EntryName(name).safe(inner)), name, budget);
      }
    } catch (IOException e) {
      throw new DatasetException(name + ": cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private void unpackWithin(Path archive, String name, UnpackBudget budget) throws IOException {
    if (!Files.isRegularFile(archive)) {
      throw new DatasetException(name + ": is not in it, expected an archive to unpack");
    }
    unpack(archive, name, null, Objects.requireNonNull(archive.getParent()), budget);
    Files.delete(archive);
  }

  private void unpack(
      Path archive, String name, @Nullable String from, Path target, UnpackBudget budget)
      throws IOException {
    EntryName names = new EntryName(name);
    UnpackedTree tree =
        new UnpackedTree(names, from == null ? "" : names.safe(from), target, budget);
    progress.started(0, Files.size(archive));
    try (EntrySource source = open(archive, budget)) {
      for (Optional<Entry> entry = source.next(); entry.isPresent(); entry = source.next()) {
        budget.addEntry();
        tree.add(entry.get(), source);
      }
    }
    tree.copyLinks();
    if (tree.isEmpty()) {
      throw new DatasetException(
          name + ": has no files" + (from == null ? "" : " in a folder " + from));
    }
  }

  private EntrySource open(Path archive, UnpackBudget budget) throws IOException {
    int first;
    int second;
    try (InputStream in = Files.newInputStream(archive)) {
      first = in.read();
      second = in.read();
    }
    String name = String.valueOf(archive.getFileName()).toLowerCase(Locale.ROOT);
    if ((first == 'P' && second == 'K') || name.endsWith(".zip")) {
      return new ZipEntries(archive, budget, progress::moved);
    }
    boolean gzip = first == 0x1f && second == 0x8b;
    if (!gzip && name.matches(".*\\.(gz|tgz)")) {
      throw new IOException("it is no gzip file");
    }
    return new TarEntries(archive, gzip, progress::moved);
  }
}
