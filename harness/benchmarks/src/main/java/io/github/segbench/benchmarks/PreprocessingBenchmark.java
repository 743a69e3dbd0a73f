package io.github.segbench.benchmarks;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import java.util.List;
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

/** An image of 2048x1024 to an input tensor, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PreprocessingBenchmark {
  private static final int WIDTH = 2048;
  private static final int HEIGHT = 1024;

  private RgbImage image;
  private ImagePreprocessor halving;
  private ImagePreprocessor normalising;

  @Setup
  public void setUp() {
    byte[] pixels = new byte[WIDTH * HEIGHT * RgbImage.CHANNELS];
    new Random(1).nextBytes(pixels);
    image = new RgbImage(WIDTH, HEIGHT, pixels);
    halving = preprocessor(Resize.exact(WIDTH / 2, HEIGHT / 2));
    normalising = preprocessor(Resize.none());
  }

  /** Bilinear to 1024x512, then normalised. */
  @Benchmark
  public int resizeAndNormalise() {
    return input(halving);
  }

  /** At its own size. */
  @Benchmark
  public int normalise() {
    return input(normalising);
  }

  private int input(ImagePreprocessor preprocessor) {
    try (ModelInput input = preprocessor.input(List.of(image))) {
      return input.tensors().size();
    }
  }

  private static ImagePreprocessor preprocessor(Resize resize) {
    List<Double> mean = List.of(0.485, 0.456, 0.406);
    List<Double> std = List.of(0.229, 0.224, 0.225);
    return new ImagePreprocessor(
        "benchmark",
        new Preprocessing(
            "image", resize, 1, 0, ChannelOrder.RGB, Layout.NCHW, 1 / 255.0, mean, std, 1));
  }
}
