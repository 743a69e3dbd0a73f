package io.github.segbench.classical;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** Runs a classical method in the place of a network, on one thread and with a fixed seed. */
final class ClassicalSession implements InferenceSession {
  private static final int SEED = 1;

  private final Segmenter segmenter;
  private final AtomicBoolean closed = new AtomicBoolean();

  ClassicalSession(Segmenter segmenter) {
    this.segmenter = segmenter;
    setNumThreads(1);
  }

  @Override
  public List<TensorInfo> inputs() {
    return List.of(
        new TensorInfo(ClassicalAdapter.IMAGE, ElementType.UINT8, List.of(1L, -1L, -1L, 3L)));
  }

  @Override
  public List<TensorInfo> outputs() {
    return List.of(
        new TensorInfo(ClassicalAdapter.SEGMENTS, ElementType.INT32, List.of(1L, -1L, -1L)));
  }

  @Override
  public InferenceOutputs run(Map<String, Tensor> inputs) {
    if (closed.get()) {
      throw new IllegalStateException("the session is closed");
    }
    Tensor image = inputs.get(ClassicalAdapter.IMAGE);
    if (image == null || image.type() != ElementType.UINT8 || image.rank() != 4) {
      throw new InferenceException(
          "input '" + ClassicalAdapter.IMAGE + "' is " + image + ", expected UINT8[1, h, w, 3]",
          null);
    }
    int height = (int) image.dimension(1);
    int width = (int) image.dimension(2);
    Tensor segments = Tensor.allocate(ElementType.INT32, 1, height, width);
    try (PointerScope scope = new PointerScope();
        Mat rgb = new Mat(height, width, CV_8UC3, new BytePointer(image.bytes()))) {
      setRNGSeed(SEED);
      Mat numbers = segmenter.segments(rgb);
      segments.ints().put(numbers.createBuffer());
    }
    return new InferenceOutputs(Map.of(ClassicalAdapter.SEGMENTS, segments), () -> {});
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
