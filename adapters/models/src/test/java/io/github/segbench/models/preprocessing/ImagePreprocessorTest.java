package io.github.segbench.models.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImagePreprocessorTest {
  private static final double PAD_VALUE = -7.5;

  @Test
  void reproducesTheReferenceInputOfTraining() throws IOException {
    Tensor expected = new ShapesReference("unet-shapes").tensor("input");
    FloatBuffer reference = expected.floats();
    int plane = ShapesReference.SIDE * ShapesReference.SIDE;
    byte[] pixels = new byte[plane * RgbImage.CHANNELS];
    for (int i = 0; i < pixels.length; i++) {
      float value = reference.get(i % RgbImage.CHANNELS * plane + i / RgbImage.CHANNELS);
      pixels[i] = (byte) Math.round((value * 0.25 + 0.5) * 255);
    }
    RgbImage image = new RgbImage(ShapesReference.SIDE, ShapesReference.SIDE, pixels);
    Preprocessing training =
        new Preprocessing(
            "image",
            Resize.none(),
            1,
            0,
            ChannelOrder.RGB,
            Layout.NCHW,
            0.00392156862745098,
            List.of(0.5, 0.5, 0.5),
            List.of(0.25, 0.25, 0.25),
            1);
    try (ModelInput input = new ImagePreprocessor("m", training).input(List.of(image))) {
      Tensor tensor = input.tensors().get("image");
      assertThat(tensor.shape()).isEqualTo(expected.shape());
      assertThat(tensor.floats()).isEqualTo(reference);
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void agreesWithTheNaiveResizeOfRandomSizes(Layout layout) {
    Random random = new Random(17);
    for (int round = 0; round < 40; round++) {
      RgbImage image = noise(random, 1 + random.nextInt(40), 1 + random.nextInt(40));
      Resize resize =
          round % 4 == 0
              ? Resize.none()
              : Resize.exact(1 + random.nextInt(60), 1 + random.nextInt(60));
      ChannelOrder order = random.nextBoolean() ? ChannelOrder.RGB : ChannelOrder.BGR;
      Preprocessing preprocessing =
          Specs.preprocessing(resize, 1 + random.nextInt(9), 1, PAD_VALUE, order, layout);
      ImagePreprocessor preprocessor = new ImagePreprocessor("m", preprocessing);
      try (ModelInput input = preprocessor.input(List.of(image))) {
        Tensor tensor = input.tensors().get("image");
        ImageGeometry geometry = input.geometries().get(0);
        for (int channel = 0; channel < 3; channel++) {
          for (int y = 0; y < geometry.inputHeight(); y++) {
            for (int x = 0; x < geometry.inputWidth(); x++) {
              double expected = naive(image, geometry, preprocessing, channel, x, y);
              assertThat(at(tensor, layout, 0, channel, x, y))
                  .as("channel %d at %d,%d of %s", channel, x, y, geometry)
                  .isCloseTo((float) expected, within(2e-5f));
            }
          }
        }
      }
    }
  }

  @Test
  void keepsTheImagesOfABatchApart() {
    Random random = new Random(5);
    List<RgbImage> images = List.of(noise(random, 6, 4), noise(random, 5, 7), noise(random, 8, 8));
    Preprocessing preprocessing = Specs.preprocessing(Resize.letterbox(16, 12), 1, 3);
    ImagePreprocessor preprocessor = new ImagePreprocessor("m", preprocessing);
    try (ModelInput batch = preprocessor.input(images)) {
      assertThat(batch.tensors().get("image").shape()).containsExactly(3, 3, 12, 16);
      for (int i = 0; i < images.size(); i++) {
        try (ModelInput single = preprocessor.input(List.of(images.get(i)))) {
          FloatBuffer alone = single.tensors().get("image").floats();
          assertThat(
                  batch
                      .tensors()
                      .get("image")
                      .floats()
                      .slice(i * alone.capacity(), alone.capacity()))
              .isEqualTo(alone);
          assertThat(batch.geometries().get(i)).isEqualTo(single.geometries().get(0));
        }
      }
    }
  }

  @Test
  void writesPaddingAnewIntoRecycledBuffers() {
    Random random = new Random(3);
    Preprocessing preprocessing =
        Specs.preprocessing(Resize.none(), 8, 1, PAD_VALUE, ChannelOrder.RGB, Layout.NCHW);
    ImagePreprocessor preprocessor = new ImagePreprocessor("m", preprocessing);
    preprocessor.input(List.of(noise(random, 8, 8))).close();
    try (ModelInput input = preprocessor.input(List.of(noise(random, 3, 2)))) {
      Tensor tensor = input.tensors().get("image");
      for (int y = 0; y < 8; y++) {
        for (int x = 0; x < 8; x++) {
          if (x >= 3 || y >= 2) {
            assertThat(at(tensor, Layout.NCHW, 0, 1, x, y)).isEqualTo((float) PAD_VALUE);
          }
        }
      }
    }
  }

  @Test
  void recyclesABufferOnlyAfterItIsClosed() {
    Random random = new Random(9);
    RgbImage image = noise(random, 4, 4);
    ImagePreprocessor preprocessor =
        new ImagePreprocessor("m", Specs.preprocessing(Resize.none(), 1, 1));
    ModelInput first = preprocessor.input(List.of(image));
    ModelInput second = preprocessor.input(List.of(image));
    FloatBuffer firstFloats = first.tensors().get("image").floats();
    second.tensors().get("image").floats().put(0, 99);
    assertThat(firstFloats.get(0)).isNotEqualTo(99);
    first.close();
    try (ModelInput third = preprocessor.input(List.of(image))) {
      third.tensors().get("image").floats().put(0, 77);
      assertThat(firstFloats.get(0)).isEqualTo(77);
    }
    second.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void refusesAnEmptyOrTooLargeBatch(int count) {
    ImagePreprocessor preprocessor =
        new ImagePreprocessor("unet", Specs.preprocessing(Resize.none(), 1, 2));
    RgbImage image = noise(new Random(1), 2, 2);
    assertThatThrownBy(() -> preprocessor.input(Collections.nCopies(count, image)))
        .isInstanceOf(ModelException.class)
        .hasMessage("model unet: a batch of " + count + " images, expected 1 to 2");
  }

  @Test
  void refusesABatchOfDifferentSizes() {
    ImagePreprocessor preprocessor =
        new ImagePreprocessor("unet", Specs.preprocessing(Resize.none(), 1, 2));
    Random random = new Random(1);
    assertThatThrownBy(() -> preprocessor.input(List.of(noise(random, 2, 3), noise(random, 4, 3))))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model unet: images of one batch come to inputs of 2x3 and 4x3, expected one size");
  }

  @Test
  void refusesLargerBatchesWhereTheLayoutHasNone() {
    Preprocessing preprocessing =
        Specs.preprocessing(Resize.none(), 1, 2, 0, ChannelOrder.RGB, Layout.CHW);
    assertThatThrownBy(() -> new ImagePreprocessor("zoo", preprocessing))
        .isInstanceOf(ModelException.class)
        .hasMessage("model zoo: maxBatch is 2, expected 1: layout CHW has no batch dimension");
  }

  private static float at(Tensor tensor, Layout layout, int image, int channel, int x, int y) {
    boolean planar = layout != Layout.NHWC;
    int first = layout == Layout.CHW ? 0 : 1;
    int height = (int) tensor.dimension(planar ? first + 1 : 1);
    int width = (int) tensor.dimension(planar ? first + 2 : 2);
    int index =
        planar
            ? ((image * 3 + channel) * height + y) * width + x
            : ((image * height + y) * width + x) * 3 + channel;
    return tensor.floats().get(index);
  }

  /** In double precision, one value at a time. */
  private static double naive(
      RgbImage image,
      ImageGeometry geometry,
      Preprocessing preprocessing,
      int channel,
      int x,
      int y) {
    if (x >= geometry.scaledWidth() || y >= geometry.scaledHeight()) {
      return preprocessing.padValue();
    }
    int colour = preprocessing.channelOrder() == ChannelOrder.RGB ? channel : 2 - channel;
    double sourceX = clamp((x + 0.5) * geometry.scaleX() - 0.5, image.width() - 1);
    double sourceY = clamp((y + 0.5) * geometry.scaleY() - 0.5, image.height() - 1);
    int left = (int) Math.floor(sourceX);
    int top = (int) Math.floor(sourceY);
    int right = Math.min(left + 1, image.width() - 1);
    int bottom = Math.min(top + 1, image.height() - 1);
    double fractionX = sourceX - left;
    double fractionY = sourceY - top;
    double upper =
        (1 - fractionX) * image.channel(left, top, colour)
            + fractionX * image.channel(right, top, colour);
    double lower =
        (1 - fractionX) * image.channel(left, bottom, colour)
            + fractionX * image.channel(right, bottom, colour);
    double pixel = (1 - fractionY) * upper + fractionY * lower;
    return (pixel * preprocessing.scale() - preprocessing.mean().get(channel))
        / preprocessing.std().get(channel);
  }

  private static double clamp(double position, int last) {
    return Math.max(0, Math.min(position, last));
  }

  private static RgbImage noise(Random random, int width, int height) {
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    random.nextBytes(pixels);
    return new RgbImage(width, height, pixels);
  }
}
