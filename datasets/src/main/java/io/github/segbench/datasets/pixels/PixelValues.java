package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.npy.NpyLabels;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The raw values of a label file: grey values or palette indices of PNG, BMP, GIF and TIFF, the
 * elements of a NPY array, the numbers of a text file. Never colours. A value of -1, which arrays
 * and texts may have, becomes 65535.
 */
public final class PixelValues {
  private PixelValues() {}

  /**
   * @throws FormatException naming the file, if it is missing, damaged, lossy or holds colours
   */
  public static LabelMap read(Path file) {
    byte[] content = FileTree.bytes(file);
    String name = file.toString();
    PixelFileType type = PixelFileType.of(content, name);
    return switch (type) {
      case PNG -> LabelPng.decode(content, name);
      case NPY -> NpyLabels.decode(content, name);
      case TEXT -> TextMatrix.decode(content, name);
      default -> PixelRaster.of(content, type, name).values();
    };
  }

  /**
   * The raw values of one page of a TIFF file.
   *
   * @param page from 0
   * @throws FormatException as {@link #read} does
   */
  public static LabelMap readPage(Path file, int page) {
    try (PageReader pages = PageReader.ofTiff(file)) {
      return new PixelRaster(pages.readLossless(page), file + " page " + page).values();
    } catch (IOException e) {
      throw new FormatException(file + ": cannot be closed (" + e.getMessage() + ")", e);
    }
  }
}
