package io.github.segbench.datasets.archive;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that have come out of an archive so far. There are no links among them. */
final class UnpackedTree {
  private static final int BUFFER = 1 << 16;

  private final EntryName names;
  private final String from;
  private final Path target;
  private final UnpackBudget budget;
  private final byte[] buffer = new byte[BUFFER];

  /** All files and links of the archive, those outside {@code from} too. */
  private final Set<String> files = new HashSet<>();

  private final Set<String> folders = new HashSet<>();
  private final Map<String, String> targetsByLink = new LinkedHashMap<>();
  private boolean empty = true;

  /**
   * @param from a safe name; empty for the whole archive
   */
  UnpackedTree(EntryName names, String from, Path target, UnpackBudget budget) {
    this.names = names;
    this.from = from;
    this.target = target;
    this.budget = budget;
  }

  boolean isEmpty() {
    return empty;
  }

  /**
   * Adds the entry that a source is at.
   *
   * @throws DatasetException if it is refused
   */
  void add(Entry entry, EntrySource source) throws IOException {
    String name = names.safe(entry.name());
    switch (entry.kind()) {
      case FOLDER -> addFolder(name);
      case FILE -> {
        claim(name, entry.name());
        Optional<Path> place = place(name);
        if (place.isPresent()) {
          write(source.content(), place.get());
        }
      }
      case SYMBOLIC_LINK -> addLink(name, entry, folder(name));
      case HARD_LINK -> addLink(name, entry, "");
      case SPECIAL -> throw names.refused(entry.name(), "the kind of a device or pipe");
    }
  }

  private void addFolder(String name) throws IOException {
    if (files.contains(name)) {
      throw names.refused(name, "the name of a file and of a folder");
    }
    claimFolders(name);
    Optional<Path> place = place(name);
    if (place.isPresent()) {
      Files.createDirectories(place.get());
    }
  }

  private void addLink(String name, Entry entry, String folder) {
    claim(name, entry.name());
    targetsByLink.put(name, names.linkTarget(entry.name(), entry.target(), folder));
  }

  private void claim(String name, String written) {
    if (name.isEmpty()) {
      throw names.refused(written, "no name");
    }
    if (!files.add(name)) {
      throw names.refused(written, "the name of an earlier entry");
    }
    if (folders.contains(name)) {
      throw names.refused(written, "the name of a file and of a folder");
    }
    claimFolders(folder(name));
  }

  private void claimFolders(String name) {
    for (String folder = name; !folder.isEmpty() && folders.add(folder); folder = folder(folder)) {
      if (files.contains(folder)) {
        throw names.refused(name, "a file or link as a folder");
      }
    }
  }

  private static String folder(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  /** Where an entry goes; empty if it is not taken. */
  private Optional<Path> place(String name) {
    if (isOfFinder(name)) {
      return Optional.empty();
    }
    String rest;
    if (from.isEmpty()) {
      rest = name;
    } else if (name.startsWith(from + "/")) {
      rest = name.substring(from.length() + 1);
    } else {
      return Optional.empty();
    }
    try {
      return Optional.of(target.resolve(rest));
    } catch (InvalidPathException e) {
      throw names.refused(name, "a name that no file can have here (" + e.getReason() + ")");
    }
  }

  /** What macOS leaves in archives: no data, and different in two archives of one folder. */
  private static boolean isOfFinder(String name) {
    return (name + "/").startsWith("__MACOSX/")
        || ("/" + name).matches(".*/(\\._[^/]*|\\.DS_Store)");
  }

  private void write(InputStream content, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        budget.addBytes(read);
        out.write(buffer, 0, read);
      }
    } catch (FileAlreadyExistsException e) {
      // Not in the set of names: the file system sees no difference that the archive does.
      throw names.refused(target.relativize(file).toString(), "the name of another file here");
    }
    empty = false;
  }

  /**
   * Makes a copy of its target in the place of each link, when all files are there.
   *
   * @throws DatasetException if a target is no file of the archive
   */
  void copyLinks() throws IOException {
    for (Map.Entry<String, String> link : targetsByLink.entrySet()) {
      Optional<Path> place = place(link.getKey());
      if (place.isEmpty()) {
        continue;
      }
      String name = link.getValue();
      Optional<Path> original = place(name);
      if (targetsByLink.containsKey(name) || !files.contains(name) || original.isEmpty()) {
        throw names.refused(link.getKey(), "a link to " + name + ", which is no file of it");
      }
      try (InputStream content = Files.newInputStream(original.get())) {
        write(content, place.get());
      }
    }
  }
}
