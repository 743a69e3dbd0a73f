package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.labels.IdTable;
import io.github.segbench.formats.png.ColourMap;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Colours and the ids that they stand for. */
public final class ColourTable implements LabelCoding {
  private final SortedMap<Integer, Integer> idOfColour;
  private final int other;
  private final String expected;

  /**
   * @param idOfColour of colours as 0xRRGGBB
   * @param other the id of all others; {@link IdTable#NONE} if they are errors
   * @param expected what another colour was expected to be, for messages
   */
  public ColourTable(Map<Integer, Integer> idOfColour, int other, String expected) {
    this.idOfColour = Collections.unmodifiableSortedMap(new TreeMap<>(idOfColour));
    this.other = other;
    this.expected = expected;
  }

  @Override
  public LabelMap read(Path file) {
    return apply(PixelColours.read(file), file.toString());
  }

  /**
   * The labels that colours stand for.
   *
   * @param where the colours come from, the beginning of the message
   * @throws FormatException naming the first pixel whose colour stands for no label
   */
  public LabelMap apply(ColourMap map, String where) {
    int[] colours = map.colours();
    short[] ids = new short[colours.length];
    // Neighbours mostly have one colour, so that few pixels need to be looked up.
    int known = ~colours[0];
    short id = 0;
    for (int i = 0; i < colours.length; i++) {
      if (colours[i] != known) {
        known = colours[i];
        Integer found = idOfColour.getOrDefault(known, other);
        if (found == IdTable.NONE) {
          throw unknown(where, known, i % map.width(), i / map.width());
        }
        id = found.shortValue();
      }
      ids[i] = id;
    }
    return new LabelMap(map.width(), map.height(), ids);
  }

  private FormatException unknown(String where, int colour, int x, int y) {
    return new FormatException(
        String.format(
            Locale.ROOT,
            "%s: colour #%06x at x=%d y=%d stands for no label, expected %s",
            where,
            colour,
            x,
            y,
            expected));
  }

  @Override
  public String description() {
    return "colours " + idOfColour + " other " + other;
  }
}
