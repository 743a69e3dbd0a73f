package io.github.segbench.models;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Outputs of networks that never were. */
public final class RandomOutputs {
  private static final int COUNT = 5;
  private static final int SIZE = 28;

  private RandomOutputs() {}

  /** Five boxes within the image, with random masks. */
  public static Map<String, Tensor> detections(
      ImageGeometry geometry, String masksOutput, Random random) {
    Tensor boxes = Tensor.allocate(ElementType.FLOAT32, COUNT, 4);
    Tensor labels = Tensor.allocate(ElementType.INT64, COUNT);
    Tensor scores = Tensor.allocate(ElementType.FLOAT32, COUNT);
    for (int i = 0; i < COUNT; i++) {
      float left = random.nextFloat() * geometry.scaledWidth() / 2;
      float top = random.nextFloat() * geometry.scaledHeight() / 2;
      float right = left + geometry.scaledWidth() / 2f;
      float bottom = top + geometry.scaledHeight() / 2f;
      boxes.floats().put(4 * i, new float[] {left, top, right, bottom});
      labels.longs().put(i, 1 + random.nextInt(4));
      scores.floats().put(i, 0.5f + random.nextFloat() / 2);
    }
    Map<String, Tensor> outputs = new HashMap<>();
    outputs.put("boxes", boxes);
    outputs.put("labels", labels);
    outputs.put("scores", scores);
    outputs.put(masksOutput, logits(random, COUNT, SIZE, SIZE));
    return outputs;
  }

  public static Tensor logits(Random random, long... shape) {
    Tensor tensor = Tensor.allocate(ElementType.FLOAT32, shape);
    FloatBuffer values = tensor.floats();
    for (int i = 0; i < values.capacity(); i++) {
      values.put(i, (float) random.nextGaussian());
    }
    return tensor;
  }
}
