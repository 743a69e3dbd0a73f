package io.github.segbench.formats.export;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Label maps as PNG files of 8-bit palette indices, each shown in its category's colour. */
final class PalettePng {
  private static final int ENTRIES = 256;

  private final IndexColorModel palette;

  /**
   * @param labels whose colours are the palette; ids that are no category keep VOC's
   */
  PalettePng(LabelSet labels) {
    int[] colours = new int[ENTRIES];
    for (int id = 0; id < ENTRIES; id++) {
      colours[id] = labels.byId(id).map(Category::colour).orElse(vocColour(id));
    }
    palette = new IndexColorModel(8, ENTRIES, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  /** VOC's own colours: the bits of the id, three at a time, are the highest bits of R, G and B. */
  private static int vocColour(int id) {
    int colour = 0;
    for (int bit = 0; bit < 8; bit++) {
      int channel = 2 - bit % 3;
      colour |= (id >> bit & 1) << (8 * channel + 7 - bit / 3);
    }
    return colour;
  }

  /**
   * @throws FormatException if an id is larger than 255
   */
  byte[] encode(LabelMap map, String image) {
    BufferedImage target =
        new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_BYTE_INDEXED, palette);
    byte[] indices = ((DataBufferByte) target.getRaster().getDataBuffer()).getData();
    short[] ids = map.labels();
    for (int i = 0; i < ids.length; i++) {
      int id = ids[i] & LabelSet.MAX_ID;
      if (id >= ENTRIES) {
        throw new FormatException(
            String.format(
                Locale.ROOT,
                "image '%s': label %d at x=%d y=%d, expected at most 255 in a palette PNG",
                image,
                id,
                i % map.width(),
                i / map.width()));
      }
      indices[i] = (byte) id;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(target, "png", bytes)) {
        throw new IllegalStateException("this Java runtime has no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
