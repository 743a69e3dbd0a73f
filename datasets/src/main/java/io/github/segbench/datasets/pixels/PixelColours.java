package io.github.segbench.datasets.pixels;

import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.png.ColourMap;
import io.github.segbench.formats.png.ColourPng;
import java.nio.file.Path;

/** The colours of a label file (PNG, BMP, GIF or TIFF) as they stand in it. */
public final class PixelColours {
  private PixelColours() {}

  /**
   * @throws FormatException naming the file, if it is missing, damaged, lossy or has no colours of
   *     8 bits a channel
   */
  public static ColourMap read(Path file) {
    byte[] content = FileTree.bytes(file);
    String name = file.toString();
    PixelFileType type = PixelFileType.of(content, name);
    return switch (type) {
      case PNG -> ColourPng.decode(content, name);
      case NPY, TEXT ->
          throw new FormatException(name + ": has numbers, expected an image of colours");
      default -> PixelRaster.of(content, type, name).colours();
    };
  }
}
