package io.github.segbench.datasets.archive;

/**
 * One entry of an archive.
 *
 * @param name as the archive has it
 * @param target what a link points to; empty for others
 */
record Entry(String name, Kind kind, String target) {
  enum Kind {
    FILE,
    FOLDER,
    /** Its target is relative to its own folder. */
    SYMBOLIC_LINK,
    /** Its target is relative to the archive's root. */
    HARD_LINK,
    /** A device or a pipe. */
    SPECIAL
  }
}
