package io.github.segbench.datasets.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The entries of an archive, one after the other. */
interface EntrySource extends Closeable {
  /**
   * The next entry; empty at the end.
   *
   * @throws IOException if the archive is damaged or cut short
   */
  Optional<Entry> next() throws IOException;

  /** The bytes of the entry that {@link #next} gave last; not to be closed. */
  InputStream content() throws IOException;
}
