package io.github.segbench.benchmarks;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkPass;
import io.github.segbench.api.model.PostProcessing;
import io.github.segbench.api.model.PostProcessing.AroundNetwork;
import io.github.segbench.api.model.PostProcessing.OnScores;
import io.github.segbench.api.model.PostProcessing.OnSegmentations;
import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.models.postprocessing.DenseCrfPostProcessor;
import io.github.segbench.models.postprocessing.FlipPostProcessor;
import io.github.segbench.models.postprocessing.RemoveSmallRegionsPostProcessor;
import java.util.List;
import java.util.Map;
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

/**
 * The post-processors' own work on one image: patches of colour with noise, scores that are right
 * where there is none.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PostProcessorBenchmark {
  private static final int PATCH = 32;
  private static final String OUTPUT = "scores";

  @Param({"128x128x8", "480x360x11"})
  public String size;

  private int width;
  private int height;
  private int classes;
  private RgbImage image;
  private float[] probabilities;
  private Segmentations labels;
  private Map<String, Tensor> inputs;
  private List<ImageGeometry> geometries;
  private OnScores denseCrf;
  private OnSegmentations smallRegions;
  private NetworkPass flip;

  /** Draws the image and makes the steps. */
  @Setup
  public void draw() {
    String[] sides = size.split("x");
    width = Integer.parseInt(sides[0]);
    height = Integer.parseInt(sides[1]);
    classes = Integer.parseInt(sides[2]);
    Random random = new Random(1);
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    probabilities = new float[classes * width * height];
    short[] best = new short[width * height];
    for (int pixel = 0; pixel < best.length; pixel++) {
      int patch = pixel % width / PATCH + 7 * (pixel / width / PATCH);
      int label = random.nextInt(10) == 0 ? random.nextInt(classes) : patch % classes;
      for (int i = 0; i < RgbImage.CHANNELS; i++) {
        pixels[pixel * RgbImage.CHANNELS + i] =
            (byte) (patch * (40 + i) % 200 + random.nextInt(20));
      }
      for (int other = 0; other < classes; other++) {
        probabilities[other * best.length + pixel] = other == label ? 0.6f : 0.4f / (classes - 1);
      }
      best[pixel] = (short) label;
    }
    image = new RgbImage(width, height, pixels);
    labels = Segmentations.of(new SemanticSegmentation(new LabelMap(width, height, best)));
    denseCrf = (OnScores) step(new DenseCrfPostProcessor());
    smallRegions = (OnSegmentations) step(new RemoveSmallRegionsPostProcessor());
    Tensor scores = Tensor.ofFloats(probabilities, 1, classes, height, width);
    inputs = Map.of("image", Tensor.ofFloats(new float[pixels.length], 1, 3, height, width));
    geometries = List.of(new ImageGeometry(width, height, width, height, width, height));
    flip =
        ((AroundNetwork) step(new FlipPostProcessor()))
            .around(
                (given, places) -> new InferenceOutputs(Map.of(OUTPUT, scores), () -> {}),
                new ScoreOutput(OUTPUT, Layout.NCHW, ScoreOutput.Kind.LOGITS));
  }

  private static PostProcessing step(PostProcessor kind) {
    ModelSpec model =
        new ModelSpec(
            "benchmark",
            "Benchmark",
            "fcn",
            new LabelSet("one", List.of(new Category(0, "sky", false, 0)), 255),
            List.of(),
            new Preprocessing(
                "image",
                Resize.none(),
                1,
                0,
                ChannelOrder.RGB,
                Layout.NCHW,
                1,
                List.of(0.0, 0.0, 0.0),
                List.of(1.0, 1.0, 1.0),
                1),
            new Options(List.of(), Map.of()));
    return kind.forModel(model, new Options(kind.options(), Map.of()));
  }

  /** Both kernels and five iterations. */
  @Benchmark
  public ClassScores denseCrf() {
    return denseCrf.refine(new ClassScores(classes, width, height, probabilities.clone()), image);
  }

  /** Regions of less than 64 pixels go to their neighbours: one pixel in ten is one. */
  @Benchmark
  public Segmentations smallRegions() {
    return smallRegions.refine(labels, image);
  }

  /** Mirroring and averaging around a network that takes no time. */
  @Benchmark
  public void flip() {
    flip.run(inputs, geometries).close();
  }
}
