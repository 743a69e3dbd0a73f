package io.github.segbench.datasets.context;

import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.datasets.files.FileDataset;
import java.nio.file.Path;
import java.util.SortedSet;

/** One of the forms that the annotations are kept in. */
sealed interface ContextForm permits JsonForm, LabelFilesForm {
  /** The form that the options name. */
  static ContextForm of(DatasetSpec spec) {
    return spec.options().string(ContextReader.ANNOTATIONS).equals(ContextReader.JSON)
        ? new JsonForm(spec)
        : new LabelFilesForm(spec);
  }

  /** A path below the root: the value of an option, or what is usual. */
  static Path below(DatasetSpec spec, String option, String usual) {
    Path root = spec.options().path(ContextReader.ROOT);
    return root.resolve(spec.options().has(option) ? spec.options().string(option) : usual);
  }

  FileDataset open();

  SortedSet<String> splits();
}
