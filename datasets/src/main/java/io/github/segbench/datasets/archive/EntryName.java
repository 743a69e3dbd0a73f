package io.github.segbench.datasets.archive;

import io.github.segbench.api.dataset.DatasetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** The name of an entry of an archive, as a path that cannot leave the folder it is put into. */
final class EntryName {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private final String archive;

  /**
   * @param archive what it is called in messages
   */
  EntryName(String archive) {
    this.archive = archive;
  }

  /**
   * A name without leading, doubled or trailing slashes; empty for the archive's own root.
   *
   * @throws DatasetException if it is absolute, has {@code ..}, a drive or a backslash, or cannot
   *     be a file's name
   */
  String safe(String name) {
    if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
      throw refused(name, "an absolute path");
    }
    if (name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
      throw refused(name, "a backslash or a NUL");
    }
    return normal(name, "", false);
  }

  /**
   * What a link points to, from the archive's root.
   *
   * @param folder the safe name that the target is relative to; empty for the root
   * @throws DatasetException if that is outside
   */
  String linkTarget(String link, String target, String folder) {
    if (target.startsWith("/") || DRIVE.matcher(target).matches() || target.indexOf('\\') >= 0) {
      throw refused(link, "a link to " + target + ", outside the archive");
    }
    return normal(target, folder, true);
  }

  private String normal(String name, String folder, boolean link) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + "/" + name).split("/", -1)) {
      if (part.equals("..")) {
        if (!link) {
          throw refused(name, "'..'");
        }
        if (parts.pollLast() == null) {
          throw refused(name, "the target of a link, outside the archive");
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /** An archive that is refused for one of its entries. */
  DatasetException refused(String entry, String reason) {
    return new DatasetException(
        archive
            + ": entry '"
            + entry.replaceAll("\\p{Cntrl}", "?")
            + "' has "
            + reason
            + ": refused, nothing was unpacked");
  }
}
