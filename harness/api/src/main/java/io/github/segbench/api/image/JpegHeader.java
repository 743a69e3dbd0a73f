package io.github.segbench.api.image;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What a JPEG file says before its pixels.
 *
 * <p>Sources: ITU-T T.81, annex B; CIPA DC-008 (Exif); Adobe TN 5116 (APP14).
 *
 * @param columns of the file, positive
 * @param rows of the file, positive
 * @param components of a pixel
 * @param colourNamed whether a JFIF or Adobe segment, or the letters R, G, B as the components'
 *     names, say what the components are
 * @param yCck whether four components are YCCK and not CMYK
 * @param orientation as EXIF says
 * @param profiles where segments lie that may hold a colour profile
 */
record JpegHeader(
    int columns,
    int rows,
    int components,
    boolean colourNamed,
    boolean yCck,
    Orientation orientation,
    List<Segment> profiles) {
  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int EXTENSION = 0xC8;
  private static final int ARITHMETIC_TABLES = 0xCC;
  private static final int FIRST_WITHOUT_LENGTH = 0xD0;
  private static final int START = 0xD8;
  private static final int SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int ADOBE_TRANSFORM_OFFSET = 11;
  private static final int YCCK = 2;

  /** A JFIF segment, of version 1.02 and square pixels, for a file that has none. */
  private static final byte[] JFIF = {
    -1, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
  };

  /** Where a segment lies, its marker included. */
  record Segment(int from, int to) {}

  JpegHeader {
    profiles = List.copyOf(profiles);
  }

  /** Whether a file begins as a JPEG file does. */
  static boolean begins(byte[] start) {
    return start.length >= 3 && start[0] == -1 && start[1] == (byte) START && start[2] == -1;
  }

  /**
   * @param in at the beginning of a JPEG file
   * @throws IOException if it is damaged before its pixels
   */
  static JpegHeader read(ImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.BIG_ENDIAN);
    in.readUnsignedShort();
    Walk walk = new Walk(in);
    try {
      while (walk.next()) {
        // Each segment says something or nothing.
      }
    } catch (EOFException e) {
      throw new IIOException("it ends before its pixels", e);
    }
    return walk.header();
  }

  ImageSize size() {
    return orientation.size(columns, rows);
  }

  /**
   * The file as the JDK's reader must see it to give the colours that libjpeg gives: without colour
   * profiles, which it would apply, and with a JFIF segment if nothing says what the components
   * are, as it would guess RGB where libjpeg takes YCbCr.
   */
  byte[] plain(byte[] encoded) {
    boolean addJfif = components == RgbImage.CHANNELS && !colourNamed;
    if (profiles.isEmpty() && !addJfif) {
      return encoded;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream(encoded.length + JFIF.length);
    plain.write(encoded, 0, 2);
    if (addJfif) {
      plain.writeBytes(JFIF);
    }
    int done = 2;
    for (Segment profile : profiles) {
      plain.write(encoded, done, profile.from - done);
      done = profile.to;
    }
    plain.write(encoded, done, encoded.length - done);
    return plain.toByteArray();
  }

  /** The walk over the segments up to the first scan. */
  private static final class Walk {
    private final ImageInputStream in;
    private final List<Segment> profiles = new ArrayList<>();
    private Orientation orientation = Orientation.UPRIGHT;
    private boolean exifSeen;
    private boolean colourNamed;
    private boolean yCck;
    private int columns;
    private int rows;
    private int components;

    Walk(ImageInputStream in) {
      this.in = in;
    }

    JpegHeader header() throws IIOException {
      if (columns < 1 || rows < 1) {
        throw new IIOException("its size is " + columns + "x" + rows);
      }
      return new JpegHeader(columns, rows, components, colourNamed, yCck, orientation, profiles);
    }

    /** Whether pixels have not been reached yet. */
    boolean next() throws IOException {
      // Whatever stands between segments is skipped, as libjpeg does.
      int code = in.readUnsignedByte();
      while (code != 0xFF) {
        code = in.readUnsignedByte();
      }
      while (code == 0xFF) {
        code = in.readUnsignedByte();
      }
      if (code <= 1 || (code >= FIRST_WITHOUT_LENGTH && code <= START)) {
        return true;
      }
      int from = (int) in.getStreamPosition() - 2;
      int length = in.readUnsignedShort() - Short.BYTES;
      if (length < 0) {
        throw new IIOException("a segment of " + length + " bytes");
      }
      if (code == SCAN) {
        return false;
      }
      if (isFrame(code)) {
        frame();
      } else {
        application(code, from, length);
      }
      in.seek(from + 2L + Short.BYTES + length);
      return true;
    }

    private static boolean isFrame(int code) {
      return code >= FIRST_FRAME
          && code <= LAST_FRAME
          && code != HUFFMAN_TABLES
          && code != EXTENSION
          && code != ARITHMETIC_TABLES;
    }

    private void frame() throws IOException {
      in.skipBytes(1); // bits of a sample
      rows = in.readUnsignedShort();
      columns = in.readUnsignedShort();
      components = in.readUnsignedByte();
      StringBuilder names = new StringBuilder();
      for (int i = 0; i < components; i++) {
        names.append((char) in.readUnsignedByte());
        in.skipBytes(2); // sampling and table
      }
      colourNamed |= names.toString().equals("RGB");
    }

    private void application(int code, int from, int length) throws IOException {
      switch (code) {
        case APP0 -> colourNamed |= startsWith("JFIF\0", length);
        case APP1 -> {
          if (!exifSeen && startsWith("Exif\0\0", length)) {
            exifSeen = true;
            byte[] tiff = new byte[length - 6];
            in.readFully(tiff);
            orientation = Orientation.ofTiff(tiff);
          }
        }
        case APP2 -> profiles.add(new Segment(from, from + 2 + Short.BYTES + length));
        case APP14 -> {
          if (length > ADOBE_TRANSFORM_OFFSET && startsWith("Adobe", length)) {
            in.skipBytes(ADOBE_TRANSFORM_OFFSET - 5);
            yCck = in.readUnsignedByte() == YCCK;
            colourNamed = true;
          }
        }
        default -> {
          // It says nothing about the image as it is shown.
        }
      }
    }

    private boolean startsWith(String word, int length) throws IOException {
      byte[] expected = word.getBytes(StandardCharsets.US_ASCII);
      if (length < expected.length) {
        return false;
      }
      byte[] bytes = new byte[expected.length];
      in.readFully(bytes);
      return Arrays.equals(bytes, expected);
    }
  }
}
