package io.github.segbench.datasets.coco;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.coco.CocoImage;
import io.github.segbench.formats.coco.CocoPanoptic;
import io.github.segbench.formats.coco.PanopticFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON file of segments and the folder of its PNG maps. */
final class PanopticFile implements GroundTruthFile {
  private final CocoPanoptic maps;
  private final FolderNames names;
  private final LabelSet labels;
  private final boolean semantic;

  /**
   * @param semantic whether the maps are ground truth for semantic too
   * @throws FormatException if the file is damaged or the folder missing, or its categories are not
   *     those of the labels
   */
  PanopticFile(PanopticFiles files, LabelSet labels, boolean semantic) {
    this.maps = CocoPanoptic.read(files);
    this.names = FolderNames.of(files.folder());
    this.labels = labels;
    this.semantic = semantic;
    CategoryCheck.requireSameNames(files.json(), maps.labels(), labels);
    CategoryCheck.requireSameKinds(files.json(), maps.labels(), labels);
    if (semantic) {
      CategoryCheck.requireVoid(files.json(), labels);
    }
  }

  @Override
  public Path file() {
    return maps.files().json();
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return semantic
        ? Set.of(SegmentationTask.PANOPTIC, SegmentationTask.SEMANTIC)
        : Set.of(SegmentationTask.PANOPTIC);
  }

  @Override
  public List<ImageEntry> images() {
    if (maps.imageList().isEmpty()) {
      throw new FormatException(file() + ": key 'images' is missing, which has the file names");
    }
    List<ImageEntry> images = new ArrayList<>();
    for (Map.Entry<String, CocoImage> image : maps.imageList().entrySet()) {
      String name = image.getValue().fileName();
      if (name == null) {
        throw new FormatException(file() + ": image " + image.getKey() + " has no file_name");
      }
      images.add(new ImageEntry(image.getKey(), name));
    }
    return images;
  }

  @Override
  public Annotation annotation(String id) {
    Path map =
        maps.mapFile(id)
            .orElseThrow(
                () -> new FormatException(file() + ": image " + id + " has no annotation"));
    Path name = maps.files().folder().relativize(map);
    if (!names.has(name.toString())) {
      throw new FormatException(map + ": no such file, which " + file() + " names");
    }
    return new Entry(id, map);
  }

  /** The map of one image. */
  private final class Entry implements Annotation {
    private final String id;
    private final Path map;

    private Entry(String id, Path map) {
      this.id = id;
      this.map = map;
    }

    @Override
    public List<Path> files() {
      return List.of(map, file());
    }

    @Override
    public String reading() {
      return semantic ? "segments on void " + labels.ignoreId().orElseThrow() : "";
    }

    @Override
    public Segmentations read() {
      PanopticSegmentation found = maps.read(id).flatMap(Segmentations::panoptic).orElseThrow();
      SegmentCheck.require(found, map.toString());
      return semantic
          ? Segmentations.of(found, SegmentCategories.of(found, labels))
          : Segmentations.of(found);
    }
  }
}
