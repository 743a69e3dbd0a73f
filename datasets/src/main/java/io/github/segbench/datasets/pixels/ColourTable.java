package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.png.ColourMap;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;

/** Colours and the ids that they stand for. */
final class ColourTable implements LabelCoding {
  private final SortedMap<Integer, Integer> idOfColour;
  private final int other;

  /**
   * @param idOfColour of colours as 0xRRGGBB
   * @param other the id of all others; {@link LabelTable#NONE} if they are errors
   */
  ColourTable(SortedMap<Integer, Integer> idOfColour, int other) {
    this.idOfColour = idOfColour;
    this.other = other;
  }

  @Override
  public LabelMap read(Path file) {
    ColourMap map = PixelColours.read(file);
    int[] colours = map.colours();
    short[] ids = new short[colours.length];
    // Neighbours mostly have one colour, so that few pixels need to be looked up.
    int known = ~colours[0];
    short id = 0;
    for (int i = 0; i < colours.length; i++) {
      if (colours[i] != known) {
        known = colours[i];
        Integer found = idOfColour.getOrDefault(known, other);
        if (found == LabelTable.NONE) {
          throw unknown(file, known, i % map.width(), i / map.width());
        }
        id = found.shortValue();
      }
      ids[i] = id;
    }
    return new LabelMap(map.width(), map.height(), ids);
  }

  private FormatException unknown(Path file, int colour, int x, int y) {
    return new FormatException(
        String.format(
            Locale.ROOT,
            "%s: colour #%06x at x=%d y=%d stands for no label, expected one of %d colours",
            file,
            colour,
            x,
            y,
            idOfColour.size()));
  }

  @Override
  public String description() {
    return "colours " + idOfColour + " other " + other;
  }
}
