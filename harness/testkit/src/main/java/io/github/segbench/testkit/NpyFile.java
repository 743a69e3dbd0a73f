package io.github.segbench.testkit;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads NumPy's {@code .npy} files (version 1, C order, little endian) as tensors. */
public final class NpyFile {
  private static final Pattern HEADER =
      Pattern.compile("'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([^)]*)\\)");
  private static final int HEADER_START = 10;

  private NpyFile() {}

  /**
   * @throws IOException if the file cannot be read, is cut short, or has another element type or
   *     order
   */
  public static Tensor read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = little.getShort(8) & 0xFFFF;
    String header = new String(bytes, HEADER_START, headerLength, StandardCharsets.ISO_8859_1);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.find()) {
      throw new IOException(file + ": not a C-order .npy file: " + header);
    }
    long[] shape =
        Arrays.stream(matcher.group(2).split(","))
            .map(String::trim)
            .filter(text -> !text.isEmpty())
            .mapToLong(Long::parseLong)
            .toArray();
    Tensor tensor = Tensor.allocate(elementType(file, matcher.group(1)), shape);
    int start = HEADER_START + headerLength;
    ByteBuffer target = tensor.bytes();
    if (bytes.length - start != target.remaining()) {
      throw new IOException(
          file + ": " + (bytes.length - start) + " bytes of data, expected " + target.remaining());
    }
    target.put(bytes, start, bytes.length - start);
    return tensor;
  }

  private static ElementType elementType(Path file, String descriptor) throws IOException {
    return switch (descriptor) {
      case "<f4" -> ElementType.FLOAT32;
      case "<i8" -> ElementType.INT64;
      case "<i4" -> ElementType.INT32;
      case "|u1" -> ElementType.UINT8;
      case "|b1" -> ElementType.BOOL;
      default -> throw new IOException(file + ": element type " + descriptor + " is not read here");
    };
  }
}
