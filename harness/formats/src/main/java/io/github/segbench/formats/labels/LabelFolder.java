package io.github.segbench.formats.labels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.npy.NpzFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Label maps in a folder and the folders below it, one file an image: PNG (grey of 1 to 16 bits, or
 * palette indices, such as VOC's and ADE20K's), NPY or NPZ; or in one {@code .npz} file with an
 * array for each image.
 *
 * <p>The id of an image is the name of its file without folder and ending, or the name of its
 * array, less a prefix and a suffix that the caller gives. Hidden files, and those with other
 * endings, are passed over.
 */
public final class LabelFolder implements StoredSegmentations {
  private final Map<String, Supplier<LabelMap>> maps;

  private LabelFolder(Map<String, Supplier<LabelMap>> maps) {
    this.maps = maps;
  }

  /** All label maps of a folder or {@code .npz} file, with no prefix or suffix. */
  public static LabelFolder open(Path path) {
    return open(path, "", "");
  }

  /**
   * Lists the files of a folder, or the arrays of a {@code .npz} file, and decodes none.
   *
   * @param prefix what names begin with and ids do not; files of other names are passed over
   * @param suffix what names end with (before the file's ending) and ids do not, such as {@code
   *     _pred}; files of other names are passed over
   * @throws FormatException if the folder is missing or has no label map, or two files have the
   *     same id
   */
  public static LabelFolder open(Path path, String prefix, String suffix) {
    Affixes affixes = new Affixes(prefix, suffix);
    Map<String, Supplier<LabelMap>> maps =
        Files.isRegularFile(path) ? ofArrays(path, affixes) : ofFiles(path, affixes);
    if (maps.isEmpty()) {
      throw new FormatException(
          path + ": no label maps in it, expected " + LabelFileType.endings() + affixes.describe());
    }
    return new LabelFolder(maps);
  }

  private static Map<String, Supplier<LabelMap>> ofArrays(Path file, Affixes affixes) {
    if (LabelFileType.of(file).filter(type -> type == LabelFileType.NPZ).isEmpty()) {
      throw new FormatException(file + ": not a folder, nor a .npz file with an array an image");
    }
    NpzFile npz = NpzFile.open(file);
    Map<String, Supplier<LabelMap>> maps = new LinkedHashMap<>();
    for (String key : npz.keys()) {
      affixes.strip(key).ifPresent(id -> maps.put(id, () -> npz.read(key)));
    }
    return maps;
  }

  private static Map<String, Supplier<LabelMap>> ofFiles(Path folder, Affixes affixes) {
    Map<String, Supplier<LabelMap>> maps = new LinkedHashMap<>();
    Map<String, Path> fileOfId = new LinkedHashMap<>();
    for (Path file : FileTree.files(folder)) {
      Optional<LabelFileType> type = LabelFileType.of(file);
      if (type.isEmpty()) {
        continue;
      }
      String name = FileTree.name(file);
      String stem = name.substring(0, name.length() - type.get().ending().length());
      Optional<String> id = affixes.strip(stem);
      if (id.isEmpty()) {
        continue;
      }
      Path other = fileOfId.put(id.get(), file);
      if (other != null) {
        throw new FormatException(
            file + ": second label map of image '" + id.get() + "', the first is " + other);
      }
      maps.put(id.get(), () -> type.get().read(file));
    }
    return maps;
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(SegmentationTask.SEMANTIC);
  }

  @Override
  public List<String> images() {
    return List.copyOf(maps.keySet());
  }

  @Override
  public Optional<Segmentations> read(String image) {
    return Optional.ofNullable(maps.get(image))
        .map(map -> Segmentations.of(new SemanticSegmentation(map.get())));
  }

  /** What the names of files have before and after the id of the image. */
  private record Affixes(String prefix, String suffix) {
    /** The id in a name; empty if the name lacks prefix or suffix, or has nothing between. */
    Optional<String> strip(String name) {
      if (name.length() <= prefix.length() + suffix.length()
          || !name.startsWith(prefix)
          || !name.endsWith(suffix)) {
        return Optional.empty();
      }
      return Optional.of(name.substring(prefix.length(), name.length() - suffix.length()));
    }

    String describe() {
      return prefix.isEmpty() && suffix.isEmpty()
          ? ""
          : " with names like '" + prefix + "ID" + suffix + "'";
    }
  }
}
