package io.github.segbench.formats.labels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.npy.NpyLabels;
import io.github.segbench.formats.npy.NpzFile;
import io.github.segbench.formats.png.LabelPng;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of files that hold the label map of one image, told apart by their ending. */
enum LabelFileType {
  PNG(LabelPng::read),
  NPY(NpyLabels::read),
  NPZ(file -> NpzFile.open(file).readOnly());

  private final Function<Path, LabelMap> reader;

  LabelFileType(Function<Path, LabelMap> reader) {
    this.reader = reader;
  }

  /** The type of a file, whatever the case of its ending; empty if it is none of these. */
  static Optional<LabelFileType> of(Path file) {
    String name = FileTree.name(file).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> name.endsWith(type.ending())).findFirst();
  }

  /** The ending in lower case, with its dot. */
  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** All endings, for a message. */
  static String endings() {
    return Arrays.stream(values())
        .map(type -> "*" + type.ending())
        .collect(Collectors.joining(", "));
  }

  LabelMap read(Path file) {
    return reader.apply(file);
  }
}
