package io.github.segbench.models.preprocessing;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;

/**
 * The affine map from pixel values to tensor values, {@code (pixel * scale - mean) / std}, for each
 * channel of the tensor.
 *
 * <p>The table is computed in float32 step by step as training code does; the factor and offset for
 * interpolated values agree with it to float32 rounding.
 */
final class Normalisation {
  private static final int LEVELS = 256;

  private final int[] imageChannel = new int[RgbImage.CHANNELS];
  private final float[][] table = new float[RgbImage.CHANNELS][LEVELS];
  private final float[] factor = new float[RgbImage.CHANNELS];
  private final float[] offset = new float[RgbImage.CHANNELS];

  Normalisation(Preprocessing preprocessing) {
    boolean reversed = preprocessing.channelOrder() == ChannelOrder.BGR;
    double scale = preprocessing.scale();
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      double mean = preprocessing.mean().get(channel);
      double std = preprocessing.std().get(channel);
      imageChannel[channel] = reversed ? RgbImage.CHANNELS - 1 - channel : channel;
      factor[channel] = (float) (scale / std);
      offset[channel] = (float) (-mean / std);
      for (int level = 0; level < LEVELS; level++) {
        float scaled = (float) (level * scale);
        table[channel][level] = (scaled - (float) mean) / (float) std;
      }
    }
  }

  /** The image's channel (0 red, 1 green, 2 blue) that a channel of the tensor takes. */
  int imageChannel(int channel) {
    return imageChannel[channel];
  }

  /** Tensor values of the 256 pixel values; shared, read-only. */
  float[] table(int channel) {
    return table[channel];
  }

  float factor(int channel) {
    return factor[channel];
  }

  float offset(int channel) {
    return offset[channel];
  }
}
