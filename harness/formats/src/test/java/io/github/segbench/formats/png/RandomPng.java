package io.github.segbench.formats.png;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/**
 * A PNG file of random samples: regions as of labels, or noise; with any filter for each row, any
 * way to compress, pixels in one or several chunks, interlaced or not.
 *
 * @param samples {@code [height, width, channels]}, what the file holds
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RandomPng(PngHeader header, int[] samples, byte[] file) {
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };
  private static final int[][] WHOLE = {{0, 0, 1, 1}};

  static RandomPng of(Random random, PngHeader header) {
    int[] samples = samples(random, header);
    byte[] rows = filteredRows(random, header, samples);
    byte[] data = deflate(random, rows);
    return new RandomPng(header, samples, file(random, header, data));
  }

  /** A header of labels: grey or palette of any depth. */
  static PngHeader labels(Random random) {
    int colourType = random.nextBoolean() ? PngHeader.GREY : PngHeader.PALETTE;
    int depth = 1 << random.nextInt(colourType == PngHeader.GREY ? 5 : 4);
    int width = 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 40);
    return new PngHeader(width, 1 + random.nextInt(30), depth, colourType, random.nextInt(4) == 0);
  }

  /** A header of segment ids. */
  static PngHeader segments(Random random) {
    int width = 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 30);
    return new PngHeader(width, 1 + random.nextInt(30), 8, PngHeader.RGB, random.nextInt(4) == 0);
  }

  /** The file as the header, the given compressed data and whatever may stand between. */
  static byte[] file(Random random, PngHeader header, byte[] data) {
    PngFixture fixture = PngFixture.start(header);
    if (random.nextInt(3) == 0) {
      fixture.chunk("teSt", bytes(random, random.nextInt(50)));
    }
    if (header.colourType() == PngHeader.PALETTE) {
      fixture.chunk("PLTE", bytes(random, 3 << header.bitDepth()));
    }
    int done = 0;
    int largest = random.nextBoolean() ? data.length : 1 + random.nextInt(data.length);
    while (done < data.length) {
      if (random.nextInt(5) == 0) {
        fixture.chunk("IDAT", new byte[0]);
      }
      int length = Math.min(largest, data.length - done);
      byte[] part = new byte[length];
      System.arraycopy(data, done, part, 0, length);
      fixture.chunk("IDAT", part);
      done += length;
    }
    if (random.nextInt(3) == 0) {
      fixture.chunk("zzZz", bytes(random, random.nextInt(50)));
    }
    fixture.chunk("IEND", new byte[0]);
    return fixture.toByteArray();
  }

  /** What the Java runtime reads from a file: samples as in {@link #samples}. */
  static int[] imageIo(byte[] file) throws IOException {
    Raster raster = ImageIO.read(new ByteArrayInputStream(file)).getRaster();
    return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
  }

  int channels() {
    return header.bitsPerPixel() / header.bitDepth();
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static int[] samples(Random random, PngHeader header) {
    int channels = header.bitsPerPixel() / header.bitDepth();
    int[] samples = new int[header.width() * header.height() * channels];
    int values = 1 << header.bitDepth();
    double change = random.nextInt(4) == 0 ? 1 : random.nextDouble() * random.nextDouble() * 0.3;
    int rowLength = header.width() * channels;
    for (int i = 0; i < samples.length; i++) {
      boolean above = i >= rowLength && (i % rowLength < channels || random.nextInt(20) > 0);
      if (random.nextDouble() < change || i < channels) {
        samples[i] = random.nextInt(values);
      } else {
        samples[i] = samples[above ? i - rowLength : i - channels];
      }
    }
    return samples;
  }

  private static byte[] filteredRows(Random random, PngHeader header, int[] samples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int fixed = random.nextInt(8);
    int pixelBytes = Math.max(1, header.bitsPerPixel() / 8);
    for (int[] pass : header.interlaced() ? PASSES : WHOLE) {
      int pixels = (header.width() - pass[0] + pass[2] - 1) / pass[2];
      if (pixels <= 0) {
        continue;
      }
      byte[] above = new byte[(int) header.rowBytes(pixels)];
      for (int y = pass[1]; y < header.height(); y += pass[3]) {
        byte[] row = packed(header, samples, pass[0], pass[2], y, above.length);
        int filter = fixed < 5 ? fixed : random.nextInt(5);
        out.write(filter);
        for (int i = 0; i < row.length; i++) {
          int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xFF;
          int corner = i < pixelBytes ? 0 : above[i - pixelBytes] & 0xFF;
          out.write(row[i] - NaivePng.predicted(filter, left, above[i] & 0xFF, corner));
        }
        above = row;
      }
    }
    return out.toByteArray();
  }

  private static byte[] packed(
      PngHeader header, int[] samples, int left, int step, int y, int length) {
    byte[] row = new byte[length];
    int channels = header.bitsPerPixel() / header.bitDepth();
    int bit = 0;
    for (int x = left; x < header.width(); x += step) {
      for (int c = 0; c < channels; c++) {
        int sample = samples[(y * header.width() + x) * channels + c];
        for (int b = header.bitDepth() - 1; b >= 0; b--, bit++) {
          row[bit / 8] |= (byte) ((sample >> b & 1) << (7 - bit % 8));
        }
      }
    }
    return row;
  }

  /** Compresses in pieces of random size, at any level, with any strategy and flush. */
  static byte[] deflate(Random random, byte[] data) {
    Deflater deflater = new Deflater(random.nextInt(10));
    int[] strategies = {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY};
    deflater.setStrategy(strategies[random.nextInt(3)]);
    int flush = random.nextInt(3);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[512];
    int done = 0;
    int pieces = 1 + random.nextInt(4);
    for (int p = 1; p <= pieces; p++) {
      int stop = (int) ((long) data.length * p / pieces);
      deflater.setInput(data, done, stop - done);
      done = stop;
      int mode = p == pieces || flush == 0 ? Deflater.NO_FLUSH : flush + 1;
      if (p == pieces) {
        deflater.finish();
      }
      int n;
      do {
        n = deflater.deflate(buffer, 0, buffer.length, mode);
        out.write(buffer, 0, n);
      } while (p == pieces ? !deflater.finished() : n == buffer.length || !deflater.needsInput());
    }
    deflater.end();
    return out.toByteArray();
  }
}
