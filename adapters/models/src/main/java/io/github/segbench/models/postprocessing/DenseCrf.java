package io.github.segbench.models.postprocessing;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.PostProcessing.OnScores;
import java.util.ArrayList;
import java.util.List;

/**
 * A fully connected CRF over the pixels of an image: label probabilities are made to agree with
 * those of pixels that are near, and of pixels that are near and alike in colour.
 *
 * <p>Energy: {@code sum_i -ln p_i(x_i) + sum_{i<j} [x_i != x_j] (w_s exp(-|s_i - s_j|^2 / 2
 * theta_s^2) + w_a exp(-|s_i - s_j|^2 / 2 theta_a^2 - |c_i - c_j|^2 / 2 theta_c^2))} with places s
 * and colours c. Its mean field approximation q starts at p; an iteration is {@code q_i(l) ~ p_i(l)
 * exp(sum_j k_ij q_j(l))}, messages of a pixel to itself included, as in pydensecrf.
 *
 * <p>Source: Kraehenbuehl, Koltun: Efficient Inference in Fully Connected CRFs with Gaussian Edge
 * Potentials, NIPS 2011.
 */
final class DenseCrf implements OnScores {
  /** As in {@code unary_from_softmax} of lucasb-eyer/pydensecrf, {@code pydensecrf/utils.py}. */
  private static final float LEAST_PROBABILITY = 1e-5f;

  private final CrfSettings settings;

  DenseCrf(CrfSettings settings) {
    this.settings = settings;
  }

  @Override
  public ClassScores refine(ClassScores scores, RgbImage image) {
    int labels = scores.classCount();
    int pixels = scores.width() * scores.height();
    float[] values = scores.values();
    float[] unary = new float[values.length];
    for (int label = 0; label < labels; label++) {
      for (int pixel = 0; pixel < pixels; pixel++) {
        float probability = Math.max(values[label * pixels + pixel], LEAST_PROBABILITY);
        unary[pixel * labels + label] = (float) Math.log(probability);
      }
    }
    float[] marginals = meanField(unary, kernels(image), labels);
    for (int label = 0; label < labels; label++) {
      for (int pixel = 0; pixel < pixels; pixel++) {
        values[label * pixels + pixel] = marginals[pixel * labels + label];
      }
    }
    return scores;
  }

  /**
   * @param unary log probabilities, {@code [pixels, labels]}
   */
  private float[] meanField(float[] unary, List<CrfKernel> kernels, int labels) {
    float[] marginals = unary.clone();
    softmax(marginals, labels);
    float[] scratch = new float[unary.length];
    for (int iteration = 0; iteration < settings.iterations(); iteration++) {
      float[] next = unary.clone();
      for (CrfKernel kernel : kernels) {
        kernel.addMessages(marginals, scratch, next, labels);
      }
      softmax(next, labels);
      marginals = next;
    }
    return marginals;
  }

  private List<CrfKernel> kernels(RgbImage image) {
    List<CrfKernel> kernels = new ArrayList<>();
    if (settings.smoothnessWeight() > 0) {
      float[] places = features(image, 2, settings.smoothnessPixels());
      kernels.add(new CrfKernel(places, 2, (float) settings.smoothnessWeight()));
    }
    if (settings.appearanceWeight() > 0) {
      float[] placesAndColours = features(image, 5, settings.appearancePixels());
      kernels.add(new CrfKernel(placesAndColours, 5, (float) settings.appearanceWeight()));
    }
    return kernels;
  }

  /** Column, row and, of 5, the colour, each divided by its standard deviation. */
  private float[] features(RgbImage image, int dimension, double deviation) {
    int pixels = image.width() * image.height();
    float[] features = new float[Math.multiplyExact(pixels, dimension)];
    for (int pixel = 0; pixel < pixels; pixel++) {
      int start = pixel * dimension;
      int x = pixel % image.width();
      int y = pixel / image.width();
      features[start] = (float) (x / deviation);
      features[start + 1] = (float) (y / deviation);
      for (int channel = 0; channel < dimension - 2; channel++) {
        int value = image.pixels()[pixel * RgbImage.CHANNELS + channel] & 0xFF;
        features[start + 2 + channel] = (float) (value / settings.appearanceColour());
      }
    }
    return features;
  }

  private static void softmax(float[] values, int labels) {
    for (int start = 0; start < values.length; start += labels) {
      float highest = Float.NEGATIVE_INFINITY;
      for (int i = start; i < start + labels; i++) {
        highest = Math.max(highest, values[i]);
      }
      float sum = 0;
      for (int i = start; i < start + labels; i++) {
        values[i] = (float) Math.exp(values[i] - highest);
        sum += values[i];
      }
      for (int i = start; i < start + labels; i++) {
        values[i] /= sum;
      }
    }
  }
}
