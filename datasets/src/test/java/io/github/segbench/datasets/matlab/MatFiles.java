package io.github.segbench.datasets.matlab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/** Writes small MATLAB 5 files for tests. */
public final class MatFiles {
  private static final int ENOUGH = 1 << 14;

  private MatFiles() {}

  /** A matrix, its elements given row by row. */
  public static Matrix matrix(MatlabType type, int width, double... elements) {
    Matrix matrix = Mat5.newMatrix(elements.length / width, width, type);
    for (int i = 0; i < elements.length; i++) {
      matrix.setDouble(i / width, i % width, elements[i]);
    }
    return matrix;
  }

  /** A column of bytes. */
  public static Matrix column(double... elements) {
    return elements.length == 0
        ? Mat5.newMatrix(0, 0, MatlabType.UInt8)
        : matrix(MatlabType.UInt8, 1, elements);
  }

  public static Struct struct() {
    return Mat5.newStruct();
  }

  /** The file of one variable, compressed. */
  public static byte[] bytes(String variable, Array value) throws IOException {
    return bytes(variable, value, 9);
  }

  /** The file of one variable; not compressed at level 0. */
  static byte[] bytes(String variable, Array value, int level) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(ENOUGH);
    Mat5.newWriter(Sinks.wrap(buffer))
        .setDeflateLevel(level)
        .writeMat(Mat5.newMatFile().addArray(variable, value));
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
