package io.github.segbench.formats.png;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** PNG as the specification has it, byte by byte, on the JDK's inflater. Not interlaced. */
final class NaivePng {
  private NaivePng() {}

  /** What a filter predicts for a byte. */
  static int predicted(int filter, int left, int up, int corner) {
    return switch (filter) {
      case 1 -> left;
      case 2 -> up;
      case 3 -> (left + up) / 2;
      case 4 -> {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
          yield left;
        }
        yield toUp <= toCorner ? up : corner;
      }
      default -> 0;
    };
  }

  /** The whole of a zlib stream if it is one of exactly this many bytes. */
  static Optional<byte[]> inflate(byte[] compressed, int length) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      byte[] out = new byte[length + 1];
      int done = 0;
      int n;
      do {
        n = inflater.inflate(out, done, out.length - done);
        done += n;
      } while (n > 0);
      boolean whole = inflater.finished() && done == length;
      return whole ? Optional.of(Arrays.copyOf(out, length)) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  /** The samples of an image from its compressed data, if these are sound. */
  static Optional<int[]> samples(PngHeader header, byte[] compressed) {
    int rowBytes = (int) header.rowBytes(header.width());
    Optional<byte[]> inflated = inflate(compressed, header.height() * (rowBytes + 1));
    if (inflated.isEmpty()) {
      return Optional.empty();
    }
    byte[] data = inflated.get();
    int channels = header.bitsPerPixel() / header.bitDepth();
    int pixelBytes = Math.max(1, header.bitsPerPixel() / 8);
    int[] samples = new int[header.width() * header.height() * channels];
    int[] above = new int[rowBytes];
    for (int y = 0, s = 0; y < header.height(); y++) {
      int start = y * (rowBytes + 1);
      if (data[start] < 0 || data[start] > 4) {
        return Optional.empty();
      }
      int[] row = new int[rowBytes];
      for (int i = 0; i < rowBytes; i++) {
        int left = i < pixelBytes ? 0 : row[i - pixelBytes];
        int corner = i < pixelBytes ? 0 : above[i - pixelBytes];
        row[i] = (data[start + 1 + i] + predicted(data[start], left, above[i], corner)) & 0xFF;
      }
      for (int bit = 0; bit < header.width() * header.bitsPerPixel(); s++) {
        for (int b = 0; b < header.bitDepth(); b++, bit++) {
          samples[s] = samples[s] << 1 | ((row[bit / 8] >> (7 - bit % 8)) & 1);
        }
      }
      above = row;
    }
    return Optional.of(samples);
  }
}
