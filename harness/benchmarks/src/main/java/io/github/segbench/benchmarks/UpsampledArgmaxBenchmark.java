package io.github.segbench.benchmarks;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.models.semantic.ScoreMap;
import io.github.segbench.models.semantic.UpsampledArgmax;
import java.nio.FloatBuffer;
import java.util.Random;
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

/** Logits of 19 classes to labels of 1024x2048, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-XX:MaxDirectMemorySize=1g",
      // As the launcher.
      "-XX:CompileCommand=dontinline,io.github.segbench.models.semantic.RowArgmax::add"
    })
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class UpsampledArgmaxBenchmark {
  private static final int CLASSES = 19;
  private static final int WIDTH = 2048;
  private static final int HEIGHT = 1024;
  private static final ImageGeometry GEOMETRY =
      new ImageGeometry(WIDTH, HEIGHT, WIDTH, HEIGHT, WIDTH, HEIGHT);

  /** Image pixels a logit, in both directions. */
  @Param({"1", "8"})
  private int stride;

  private ScoreMap scores;
  private UpsampledArgmax argmax;

  @Setup
  public void setUp() {
    Tensor logits =
        Tensor.allocate(ElementType.FLOAT32, 1, CLASSES, HEIGHT / stride, WIDTH / stride);
    Random random = new Random(1);
    FloatBuffer values = logits.floats();
    for (int i = 0; i < values.capacity(); i++) {
      values.put(i, (float) random.nextGaussian());
    }
    scores = new ScoreMap(logits, Layout.NCHW, 0);
    argmax = new UpsampledArgmax(new short[CLASSES]);
  }

  @Benchmark
  public LabelMap labels() {
    return argmax.labels(scores, GEOMETRY);
  }
}
