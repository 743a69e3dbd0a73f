package io.github.segbench.benchmarks;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.onnxruntime.ElementConversion;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Between float32 and the float16 of a network: an image of 3x512x1024 on its way in, and logits of
 * 19x128x256 on their way out, on one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HalfFloatBenchmark {
  private Tensor image;
  private Tensor imageHalves;
  private Tensor logits;
  private Tensor logitHalves;

  @Setup
  public void fill() {
    image = gaussian(1, 3, 512, 1024);
    imageHalves = Tensor.allocate(ElementType.FLOAT16, image.shape());
    logits = gaussian(1, 19, 128, 256);
    logitHalves = Tensor.allocate(ElementType.FLOAT16, logits.shape());
    toHalves(logits, logitHalves);
  }

  private static Tensor gaussian(long... shape) {
    Random random = new Random(1);
    float[] values = new float[Math.toIntExact(Tensor.elementCount(shape))];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.ofFloats(values, shape);
  }

  private static Tensor toHalves(Tensor floats, Tensor halves) {
    if (ElementConversion.convert(floats, halves).isPresent()) {
      throw new IllegalStateException(floats + " does not fit into " + halves);
    }
    return halves;
  }

  @Benchmark
  public Tensor imageToHalves() {
    return toHalves(image, imageHalves);
  }

  @Benchmark
  public Tensor logitsToFloats() {
    ElementConversion.toFloats(logitHalves, logits);
    return logits;
  }
}
