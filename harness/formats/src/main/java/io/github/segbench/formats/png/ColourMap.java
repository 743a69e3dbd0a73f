package io.github.segbench.formats.png;

import java.util.Objects;

/**
 * The colours of a label file that is coded by colour, as they are in the file.
 *
 * @param colours {@code [height, width]} row-major, 0xRRGGBB, shared without a copy
 */
@SuppressWarnings("ArrayRecordComponent") // large; compared by nobody
public record ColourMap(int width, int height, int[] colours) {
  public ColourMap {
    Objects.requireNonNull(colours, "colours");
  }
}
