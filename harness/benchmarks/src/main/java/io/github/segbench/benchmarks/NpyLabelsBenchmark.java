package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.npy.NpyLabels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decoding one NumPy array of 2048x1024 labels from memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NpyLabelsBenchmark {
  private static final int WIDTH = 2048;
  private static final int HEIGHT = 1024;

  @Param({"|u1", "<u2", "<i4", "<i8", ">i8", "<f4"})
  public String type;

  private byte[] file;

  @Setup
  public void createFile() {
    int size = type.charAt(2) - '0';
    byte[] header =
        ("{'descr': '" + type + "', 'fortran_order': False, 'shape': (1024, 2048), }\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length + WIDTH * HEIGHT * size)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 0x93)
            .put("NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1))
            .putShort((short) header.length)
            .put(header)
            .order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int id = i / 37 % 19;
      switch (type.substring(1)) {
        case "u1" -> bytes.put((byte) id);
        case "u2" -> bytes.putShort((short) id);
        case "i4" -> bytes.putInt(id);
        case "i8" -> bytes.putLong(id);
        default -> bytes.putFloat(id);
      }
    }
    file = bytes.array();
  }

  @Benchmark
  public LabelMap decode() {
    return NpyLabels.decode(file, "benchmark");
  }
}
