package io.github.segbench.datasets.pixels;

import io.github.segbench.formats.FormatException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The kinds of files that labels come in, told apart by how they begin, whatever they are named.
 */
enum PixelFileType {
  PNG(List.of("89504e470d0a1a0a")),
  NPY(List.of("934e554d5059")),
  BMP(List.of("424d")),
  GIF(List.of("474946383761", "474946383961")),
  TIFF(List.of("49492a00", "4d4d002a")),
  JPEG(List.of("ffd8ff")),
  WEBP(List.of("52494646")),
  /** Numbers in rows; what the others are not, if the file is named {@code *.txt}. */
  TEXT(List.of());

  private final List<String> signatures;

  PixelFileType(List<String> signatures) {
    this.signatures = signatures;
  }

  /**
   * @throws FormatException if it is no such file, or one that changes its pixels
   */
  static PixelFileType of(byte[] content, String name) {
    PixelFileType type =
        Arrays.stream(values())
            .filter(candidate -> candidate.fits(content))
            .findFirst()
            .orElse(TEXT);
    if (type == JPEG || type == WEBP) {
      throw new FormatException(
          name
              + ": is a "
              + type
              + " file, which does not keep the exact values of its pixels; expected labels as PNG,"
              + " BMP, GIF, TIFF or NPY");
    }
    if (type == TEXT && !name.toLowerCase(Locale.ROOT).endsWith(".txt")) {
      throw new FormatException(
          name + ": not labels in a known format (PNG, BMP, GIF, TIFF, NPY, or *.txt)");
    }
    return type;
  }

  private boolean fits(byte[] content) {
    return signatures.stream().anyMatch(signature -> begins(content, signature));
  }

  private static boolean begins(byte[] content, String signature) {
    for (int i = 0; i < signature.length(); i += 2) {
      int expected = Integer.parseInt(signature.substring(i, i + 2), 16);
      if (i / 2 >= content.length || (content[i / 2] & 0xFF) != expected) {
        return false;
      }
    }
    return true;
  }
}
