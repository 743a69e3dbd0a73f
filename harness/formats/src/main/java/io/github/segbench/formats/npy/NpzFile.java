package io.github.segbench.formats.npy;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.Excerpt;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A {@code .npz} file, NumPy's zip of named arrays. The names are listed once; each call of {@link
 * #read} opens the file anew, so that many threads can read.
 */
public final class NpzFile {
  private static final String ENDING = ".npy";

  /** The names, by falling preference, under which a map among other arrays is found. */
  private static final List<String> USUAL_KEYS =
      List.of("labels", "label", "prediction", "pred", "segmentation", "mask", "arr_0");

  private final Path path;
  private final Set<String> keys;

  private NpzFile(Path path, Set<String> keys) {
    this.path = path;
    this.keys = keys;
  }

  /**
   * Lists the arrays and decodes none. Entries that are no {@code .npy} files are passed over.
   *
   * @throws FormatException if the file is missing, no whole zip, has no array or two of one name
   */
  public static NpzFile open(Path path) {
    Set<String> keys = new LinkedHashSet<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        String name = entries.nextElement().getName();
        if (name.endsWith(ENDING)) {
          String key = name.substring(0, name.length() - ENDING.length());
          if (!keys.add(key)) {
            throw new FormatException(path + ": array '" + Excerpt.of(key) + "' stands twice");
          }
        }
      }
    } catch (NoSuchFileException e) {
      throw new FormatException(path + ": no such file", e);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(path, e);
    }
    if (keys.isEmpty()) {
      throw new FormatException(path + ": no array in it, expected .npy entries");
    }
    return new NpzFile(path, keys);
  }

  /** The names of the arrays, in the order of the file. */
  public List<String> keys() {
    return List.copyOf(keys);
  }

  /**
   * The label map of a file that holds one image: its only array; of several the first of {@code
   * labels}, {@code label}, {@code prediction}, {@code pred}, {@code segmentation}, {@code mask}
   * and {@code arr_0} that there is.
   *
   * @throws FormatException if there is no such array, or it is damaged or no label map
   */
  public LabelMap readOnly() {
    if (keys.size() == 1) {
      return read(keys.iterator().next());
    }
    for (String key : USUAL_KEYS) {
      if (keys.contains(key)) {
        return read(key);
      }
    }
    List<String> first = new ArrayList<>(keys).subList(0, Math.min(5, keys.size()));
    throw new FormatException(
        path
            + ": "
            + keys.size()
            + " arrays ("
            + Excerpt.of(String.join(", ", first))
            + (keys.size() > first.size() ? ", ..." : "")
            + "), expected one, or one of the names "
            + String.join(", ", USUAL_KEYS));
  }

  /**
   * One array as a label map, read as {@link NpyLabels} says.
   *
   * @throws FormatException if there is no such array, or it is damaged or no label map
   */
  public LabelMap read(String key) {
    String name = path + ": array '" + Excerpt.of(key) + "'";
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry(key + ENDING);
      if (entry == null) {
        throw new FormatException(name + " is not there");
      }
      byte[] bytes = bytes(zip, entry, name);
      return NpyLabels.decode(bytes, name);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(path, e);
    }
  }

  /** ZipFile leaves it to the reader to compare the checksum. */
  private static byte[] bytes(ZipFile zip, ZipEntry entry, String name) throws IOException {
    if (entry.getSize() > Integer.MAX_VALUE - 8) {
      throw new FormatException(
          name + " has " + entry.getSize() + " bytes, expected at most 2147483639");
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes((int) entry.getSize());
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    if (bytes.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
      throw new FormatException(name + " is damaged (its checksum differs)");
    }
    return bytes;
  }

  private static FormatException damaged(Path path, Exception cause) {
    return new FormatException(
        path + ": cannot be read as a zip file (" + cause.getMessage() + ")", cause);
  }
}
