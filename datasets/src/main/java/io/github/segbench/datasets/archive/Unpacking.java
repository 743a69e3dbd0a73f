package io.github.segbench.datasets.archive;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a zip, tar or gzipped tar archive into an empty folder. Nothing gets out of the folder,
 * no link is made (a link to a file of the archive becomes a copy of it), no device, and no more
 * than the limits allow. Files get the modes that new files have.
 */
public final class Unpacking {
  private final UnpackLimits limits;
  private final LongConsumer consumed;

  /**
   * @param consumed told how many bytes of the archive are done, again and again
   */
  public Unpacking(UnpackLimits limits, LongConsumer consumed) {
    this.limits = limits;
    this.consumed = consumed;
  }

  /**
   * Unpacks an archive.
   *
   * @param from the folder of the archive whose content is taken; null for all of it
   * @param target an empty folder
   * @throws DatasetException if the archive is damaged, encrypted, cut short or larger than the
   *     limits, has no such folder, or an entry that is refused; something may be in the target
   */
  public void unpack(Path archive, @Nullable String from, Path target) {
    try {
      UnpackBudget budget = new UnpackBudget(archive, Files.size(archive), limits);
      EntryName names = new EntryName(archive);
      UnpackedTree tree =
          new UnpackedTree(names, from == null ? "" : names.safe(from), target, budget);
      try (EntrySource source = open(archive, budget)) {
        for (Optional<Entry> entry = source.next(); entry.isPresent(); entry = source.next()) {
          budget.addEntry();
          tree.add(entry.get(), source);
        }
      }
      tree.copyLinks();
      if (tree.isEmpty()) {
        throw new DatasetException(
            archive + ": has no files" + (from == null ? "" : " in a folder " + from));
      }
    } catch (IOException e) {
      throw new DatasetException(archive + ": cannot be unpacked: " + e.getMessage(), e);
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
      return new ZipEntries(archive, budget, consumed);
    }
    boolean gzip = first == 0x1f && second == 0x8b;
    if (!gzip && name.matches(".*\\.(gz|tgz)")) {
      throw new IOException("it is no gzip file");
    }
    return new TarEntries(archive, gzip, consumed);
  }
}
