package io.github.segbench.models.postprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.option.Options;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

final class DenseCrfTest {
  private static final CrfSettings DEFAULTS = new CrfSettings(5, 3, 3, 10, 80, 13);

  @Test
  void keepsUncertaintyThatIsTheSameEverywhere() {
    // All classes alike at every pixel: the messages are alike too.
    float[] values = new float[3 * 10 * 8];
    Arrays.fill(values, 1f / 3);
    ClassScores refined =
        new DenseCrf(DEFAULTS).refine(new ClassScores(3, 10, 8, values), noise(10, 8));
    for (float value : refined.values()) {
      assertThat(value).isCloseTo(1f / 3, within(1e-5f));
    }
  }

  @Test
  void flipsAnIslandOfNoise() {
    int side = 15;
    float[] values = twoClasses(side * side, 0.3f);
    int island = 7 * side + 7;
    set(values, side * side, island, 0.7f);
    ClassScores refined =
        new DenseCrf(DEFAULTS)
            .refine(new ClassScores(2, side, side, values), grey(side, side, x -> 100));
    for (int pixel = 0; pixel < side * side; pixel++) {
      assertThat(refined.values()[side * side + pixel]).as("pixel %d", pixel).isLessThan(0.5f);
    }
  }

  @Test
  void drawsTheLineWhereTheImageHasIt() {
    // Black to column 9, white from 10. The network is sure of class 0 to column 5 and of class 1
    // from column 14; between them it leans to class 0 up to column 11, two columns too far.
    int width = 20;
    int height = 12;
    int pixels = width * height;
    float[] values = new float[2 * pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      int x = pixel % width;
      set(values, pixels, pixel, x < 6 ? 0.05f : x > 13 ? 0.95f : x < 12 ? 0.45f : 0.55f);
    }
    ClassScores refined =
        new DenseCrf(new CrfSettings(10, 0, 1, 10, 40, 13))
            .refine(
                new ClassScores(2, width, height, values),
                grey(width, height, x -> x < 10 ? 0 : 255));
    for (int pixel = 0; pixel < pixels; pixel++) {
      boolean second = refined.values()[pixels + pixel] > 0.5f;
      assertThat(second).as("pixel %d", pixel).isEqualTo(pixel % width >= 10);
    }
  }

  @Test
  void givesTheProbabilitiesBackWithoutKernels() {
    float[] values = {0.25f, 1, 0.75f, 0};
    ClassScores refined =
        new DenseCrf(new CrfSettings(5, 0, 1, 0, 1, 1))
            .refine(new ClassScores(2, 2, 1, values), noise(2, 1));
    // 0 counts as 1e-5: 1 / 1.00001.
    assertThat(refined.values())
        .containsExactly(new float[] {0.25f, 0.99999f, 0.75f, 0.00001f}, within(1e-6f));
  }

  @Test
  void agreesWithMeanFieldThatWeighsEveryPair() {
    int width = 14;
    int height = 11;
    int pixels = width * height;
    RgbImage image = noise(width, height);
    float[] values = new float[3 * pixels];
    Random random = new Random(11);
    for (int pixel = 0; pixel < pixels; pixel++) {
      float first = 0.2f + 0.4f * random.nextFloat();
      float second = 0.2f + 0.15f * random.nextFloat();
      values[pixel] = pixel % width < 7 ? first : second;
      values[pixels + pixel] = pixel % width < 7 ? second : first;
      values[2 * pixels + pixel] = 1 - first - second;
    }
    CrfSettings settings = new CrfSettings(3, 1, 2, 1.5, 8, 60);
    double[] expected = naive(values.clone(), image, settings, 3);
    ClassScores refined =
        new DenseCrf(settings).refine(new ClassScores(3, width, height, values), image);
    double sum = 0;
    int agreeing = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      int best = 0;
      int naiveBest = 0;
      for (int label = 0; label < 3; label++) {
        int i = label * pixels + pixel;
        sum += Math.abs(refined.values()[i] - expected[i]);
        best = refined.values()[i] > refined.values()[best * pixels + pixel] ? label : best;
        naiveBest = expected[i] > expected[naiveBest * pixels + pixel] ? label : naiveBest;
      }
      agreeing += best == naiveBest ? 1 : 0;
    }
    assertThat(sum / expected.length).isLessThan(0.005);
    assertThat(agreeing).isGreaterThan((int) (0.98 * pixels));
  }

  @Test
  void refusesAKernelWithoutWidth() {
    DenseCrfPostProcessor kind = new DenseCrfPostProcessor();
    Options options = new Options(kind.options(), Map.of("appearanceColour", 0));
    assertThatThrownBy(() -> kind.forModel(Fakes.model(1, Layout.NCHW), options))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: post-processor dense-crf: appearanceColour is 0.0, expected more than"
                + " 0");
  }

  /** The same update with sums over all pairs, in double. */
  private static double[] naive(float[] values, RgbImage image, CrfSettings settings, int labels) {
    int pixels = values.length / labels;
    double[][] kernels = {
      normalised(features(image, settings.smoothnessPixels(), 0), 2, pixels),
      normalised(
          features(image, settings.appearancePixels(), settings.appearanceColour()), 5, pixels)
    };
    double[] weights = {settings.smoothnessWeight(), settings.appearanceWeight()};
    double[] marginals = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      marginals[i] = values[i];
    }
    for (int iteration = 0; iteration < settings.iterations(); iteration++) {
      double[] next = new double[values.length];
      for (int pixel = 0; pixel < pixels; pixel++) {
        double sum = 0;
        for (int label = 0; label < labels; label++) {
          double message = 0;
          for (int other = 0; other < pixels; other++) {
            for (int k = 0; k < 2; k++) {
              message +=
                  weights[k]
                      * kernels[k][pixel * pixels + other]
                      * marginals[label * pixels + other];
            }
          }
          next[label * pixels + pixel] = values[label * pixels + pixel] * Math.exp(message);
          sum += next[label * pixels + pixel];
        }
        for (int label = 0; label < labels; label++) {
          next[label * pixels + pixel] /= sum;
        }
      }
      marginals = next;
    }
    return marginals;
  }

  /** {@code K_ij / sqrt(sum_k K_ik sum_k K_jk)}. */
  private static double[] normalised(float[] features, int dimension, int pixels) {
    NaiveGaussian naive = new NaiveGaussian(features, dimension);
    float[] ones = new float[pixels];
    Arrays.fill(ones, 1);
    double[] sums = naive.filter(ones, 1);
    double[] matrix = new double[pixels * pixels];
    for (int i = 0; i < matrix.length; i++) {
      int from = i / pixels;
      int to = i % pixels;
      matrix[i] = naive.kernel(from, to) / Math.sqrt(sums[from] * sums[to]);
    }
    return matrix;
  }

  private static float[] features(RgbImage image, double pixelDeviation, double colourDeviation) {
    int dimension = colourDeviation == 0 ? 2 : 5;
    float[] features = new float[dimension * image.width() * image.height()];
    for (int i = 0; i < features.length; i++) {
      int x = i / dimension % image.width();
      int y = i / dimension / image.width();
      features[i] =
          (float)
              switch (i % dimension) {
                case 0 -> x / pixelDeviation;
                case 1 -> y / pixelDeviation;
                default -> image.channel(x, y, i % dimension - 2) / colourDeviation;
              };
    }
    return features;
  }

  private static float[] twoClasses(int pixels, float second) {
    float[] values = new float[2 * pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      set(values, pixels, pixel, second);
    }
    return values;
  }

  private static void set(float[] values, int pixels, int pixel, float second) {
    values[pixel] = 1 - second;
    values[pixels + pixel] = second;
  }

  private static RgbImage noise(int width, int height) {
    byte[] pixels = new byte[3 * width * height];
    new Random(1).nextBytes(pixels);
    return new RgbImage(width, height, pixels);
  }

  private static RgbImage grey(int width, int height, IntUnaryOperator ofColumn) {
    byte[] pixels = new byte[3 * width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ofColumn.applyAsInt(i / 3 % width);
    }
    return new RgbImage(width, height, pixels);
  }
}
