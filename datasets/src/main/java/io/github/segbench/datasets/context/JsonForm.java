package io.github.segbench.datasets.context;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.datasets.files.SplitErrors;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.coco.DetailImage;
import io.github.segbench.formats.coco.PascalDetail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The file of PASCAL in Detail. Its phases are the splits; {@code trainval} is both together, as in
 * that API.
 */
record JsonForm(DatasetSpec spec) implements ContextForm {
  private static final String BOTH = "trainval";

  @Override
  public SortedSet<String> splits() {
    return splits(file());
  }

  private static SortedSet<String> splits(PascalDetail file) {
    SortedSet<String> splits = new TreeSet<>();
    file.images().forEach(image -> splits.add(image.phase()));
    if (splits.contains("train") && splits.contains("val")) {
      splits.add(BOTH);
    }
    return splits;
  }

  private PascalDetail file() {
    try {
      return PascalDetail.read(path());
    } catch (FormatException e) {
      throw new DatasetException(String.valueOf(e.getMessage()), e);
    }
  }

  private Path path() {
    return ContextForm.below(spec, ContextReader.LABELS, "trainval_merged.json");
  }

  @Override
  public FileDataset open() {
    Path folder = ContextForm.below(spec, ContextReader.IMAGES, "JPEGImages");
    SplitErrors.requireFolder(spec, folder);
    FolderNames names = FolderNames.of(folder);
    ContextLabels labels = ContextLabels.of(spec.labels());
    PascalDetail file = file();
    if (!splits(file).contains(spec.split())) {
      throw SplitErrors.unknownSplit(spec, splits(file));
    }
    List<FileSample> samples = new ArrayList<>();
    for (DetailImage image : file.images()) {
      if (spec.split().equals(BOTH) || spec.split().equals(image.phase())) {
        Path path = folder.resolve(image.fileName());
        if (!names.has(image.fileName())) {
          throw SplitErrors.error(spec, "no image " + path + " for an entry of " + path());
        }
        String id = image.fileName().replaceFirst("\\.[^.]*$", "");
        samples.add(new FileSample(id, path, new Entry(path(), file, image, labels)));
      }
    }
    samples.sort(Comparator.comparing(FileSample::id));
    return new FileDataset(spec, Set.of(SegmentationTask.SEMANTIC), samples, List.of());
  }

  /** What the file has about one image. */
  private record Entry(Path path, PascalDetail file, DetailImage image, ContextLabels labels)
      implements Annotation {
    @Override
    public List<Path> files() {
      return List.of(path);
    }

    @Override
    public String reading() {
      return labels.description();
    }

    @Override
    public Segmentations read() {
      return Segmentations.of(
          new SemanticSegmentation(labels.apply(file.labels(image), path.toString())));
    }
  }
}
