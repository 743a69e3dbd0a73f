package io.github.segbench.datasets.folder;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of one or many objects.
 *
 * @param category the id of their category; null if the labels below them say it
 */
record ObjectFile(Path file, @Nullable Integer category) {}
