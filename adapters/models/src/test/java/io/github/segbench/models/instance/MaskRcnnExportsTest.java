package io.github.segbench.models.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Preprocessing.ChannelOrder;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.models.ConstantGraph;
import io.github.segbench.models.Fitted;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import io.github.segbench.models.TinyNetwork;
import io.github.segbench.testkit.TinyGraph;
import io.github.segbench.testkit.TinyNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Graphs with the signatures of real exports, recognised by them, run by ONNX Runtime and decoded.
 * Each finds, in an image of 64x48, a circle in columns and rows 8 to 23 with score 0.9, and a star
 * in columns 32 to 55 and rows 16 to 39 with score 0.8; their masks fill their boxes.
 */
final class MaskRcnnExportsTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final float[] SCORES = {0.8f, 0.9f};
  private static final float[] BOXES = {32, 16, 56, 40, 8, 8, 24, 24};

  @TempDir private Path folder;

  @Test
  void decodesTorchvisionWithMasksPastedInTheGraph() throws IOException {
    decodes(
        new ConstantGraph("images", 1, 3, -1, -1)
            .output("boxes", Tensor.ofFloats(BOXES, 2, 4), -1, 4)
            .output("labels", Tensor.ofLongs(new long[] {4, 1}, 2), -1)
            .output("scores", Tensor.ofFloats(SCORES, 2), -1)
            .output("masks", pasted(2, 1, HEIGHT, WIDTH), -1, 1, -1, -1),
        Map.of("maskFormat", "pasted-probability"),
        Specs.preprocessing(Resize.none(), 1, 1));
  }

  @Test
  void decodesTorchvisionWithRoiMasksAndResizingOutsideOfTheGraph() throws IOException {
    decodes(
        new ConstantGraph("images", 1, 3, -1, -1)
            .output("boxes", Tensor.ofFloats(doubled(BOXES), 2, 4), -1, 4)
            .output("labels", Tensor.ofLongs(new long[] {4, 1}, 2), -1)
            .output("scores", Tensor.ofFloats(SCORES, 2), -1)
            .output("masks", ones(2, 1, 28, 28), -1, 1, 28, 28),
        Map.of(),
        Specs.preprocessing(Resize.shortSide(2 * HEIGHT, 1333), 32, 1));
  }

  /** The names of MaskRCNN-10 and -12 of onnx/models; the image has no batch dimension. */
  @Test
  void decodesTheModelZoo() throws IOException {
    decodes(
        new ConstantGraph("image", 3, -1, -1)
            .output("6568", Tensor.ofFloats(doubled(BOXES), 2, 4), -1, 4)
            .output("6570", Tensor.ofLongs(new long[] {4, 1}, 2), -1)
            .output("6572", Tensor.ofFloats(SCORES, 2), -1)
            .output("6887", ones(2, 1, 28, 28), -1, 1, -1, -1),
        Map.of(
            "boxesOutput", "6568",
            "labelsOutput", "6570",
            "scoresOutput", "6572",
            "masksOutput", "6887",
            "pasteRule", "torchvision"),
        Specs.preprocessing(
            Resize.shortSide(2 * HEIGHT, 1333), 32, 1, 0, ChannelOrder.BGR, Layout.CHW));
  }

  @Test
  void decodesDetectron2WithNamedFields() throws IOException {
    decodes(
        new ConstantGraph("image", 3, -1, -1)
            .output("pred_boxes", Tensor.ofFloats(BOXES, 2, 4), -1, 4)
            .output("scores", Tensor.ofFloats(SCORES, 2), -1)
            .output("pred_classes", Tensor.ofLongs(new long[] {3, 0}, 2), -1)
            .output("pred_masks", ones(2, 1, 28, 28), -1, 1, 28, 28),
        Map.of(
            "boxesOutput", "pred_boxes",
            "labelsOutput", "pred_classes",
            "masksOutput", "pred_masks",
            "labelBase", "0",
            "pasteRule", "detectron2"),
        Specs.preprocessing(Resize.none(), 1, 1, 0, ChannelOrder.BGR, Layout.CHW));
  }

  /** Traced, the fields have numbers for names; they are sorted, and the image's size is last. */
  @Test
  void decodesDetectron2WithoutNames() throws IOException {
    decodes(
        new ConstantGraph("x.1", 3, -1, -1)
            .output("1771", Tensor.ofFloats(BOXES, 2, 4), -1, 4)
            .output("1772", Tensor.ofLongs(new long[] {3, 0}, 2), -1)
            .output("1773", ones(2, 1, 28, 28), -1, 1, -1, -1)
            .output("1774", Tensor.ofFloats(SCORES, 2), -1)
            .output("1775", Tensor.ofLongs(new long[] {HEIGHT, WIDTH}, 2), 2),
        Map.of(
            "boxesOutput", "1771",
            "labelsOutput", "1772",
            "masksOutput", "1773",
            "scoresOutput", "1774",
            "labelBase", "0",
            "pasteRule", "detectron2"),
        Specs.preprocessing(Resize.none(), 1, 1, 0, ChannelOrder.BGR, Layout.CHW));
  }

  @Test
  void decodesDetectron2WithPastedBitmaps() throws IOException {
    decodes(
        new ConstantGraph("image", 3, -1, -1)
            .output("pred_boxes", Tensor.ofFloats(BOXES, 2, 4), -1, 4)
            .output("scores", Tensor.ofFloats(SCORES, 2), -1)
            .output("pred_classes", Tensor.ofLongs(new long[] {3, 0}, 2), -1)
            .output("pred_masks", bitmaps(), -1, -1, -1),
        Map.of(
            "boxesOutput", "pred_boxes",
            "labelsOutput", "pred_classes",
            "masksOutput", "pred_masks",
            "labelBase", "0",
            "maskFormat", "pasted-bitmap"),
        Specs.preprocessing(Resize.none(), 1, 1, 0, ChannelOrder.BGR, Layout.CHW));
  }

  /** One mask for each class, of which the detection's own counts; the others are empty. */
  @Test
  void decodesDetectron2WithAMaskForEachClass() throws IOException {
    Tensor masks = Tensor.allocate(ElementType.FLOAT32, 2, 4, 28, 28);
    for (int i = 0; i < 28 * 28; i++) {
      masks.floats().put((0 * 4 + 3) * 28 * 28 + i, 1);
      masks.floats().put((1 * 4 + 0) * 28 * 28 + i, 1);
    }
    decodes(
        new ConstantGraph("image", 3, -1, -1)
            .output("pred_boxes", Tensor.ofFloats(BOXES, 2, 4), -1, 4)
            .output("scores", Tensor.ofFloats(SCORES, 2), -1)
            .output("pred_classes", Tensor.ofLongs(new long[] {3, 0}, 2), -1)
            .output("pred_masks", masks, -1, 4, 28, 28),
        Map.of(
            "boxesOutput", "pred_boxes",
            "labelsOutput", "pred_classes",
            "masksOutput", "pred_masks",
            "labelBase", "0",
            "pasteRule", "detectron2"),
        Specs.preprocessing(Resize.none(), 1, 1, 0, ChannelOrder.BGR, Layout.CHW));
  }

  /** MMDeploy fills up with rows of score 0 and label -1. */
  @Test
  void decodesMmDetectionWithRoiMasksAndPadding() throws IOException {
    float[] dets = {32, 16, 56, 40, 0.8f, 8, 8, 24, 24, 0.9f, 0, 0, 0, 0, 0};
    decodes(
        new ConstantGraph("input", 1, 3, -1, -1)
            .output("dets", Tensor.ofFloats(dets, 1, 3, 5), 1, -1, 5)
            .output("labels", Tensor.ofLongs(new long[] {3, 0, -1}, 1, 3), 1, -1)
            .output("masks", ones(1, 3, 28, 28), 1, -1, 28, 28),
        Map.of(
            "boxesOutput", "dets",
            "boxFormat", "xyxy-score",
            "labelBase", "0",
            "pasteRule", "detectron2"),
        Specs.preprocessing(Resize.none(), 1, 1));
  }

  @Test
  void decodesMmDetectionWithPastedMasksAndWithoutBatchDimension() throws IOException {
    float[] dets = {32, 16, 56, 40, 0.8f, 8, 8, 24, 24, 0.9f};
    decodes(
        new ConstantGraph("input", 1, 3, -1, -1)
            .output("dets", Tensor.ofFloats(dets, 2, 5), -1, 5)
            .output("labels", Tensor.ofLongs(new long[] {3, 0}, 2), -1)
            .output("masks", pasted(1, 2, HEIGHT, WIDTH), 1, -1, -1, -1),
        Map.of(
            "boxesOutput", "dets",
            "boxFormat", "xyxy-score",
            "labelBase", "0",
            "maskFormat", "pasted-probability",
            "pasteRule", "detectron2"),
        Specs.preprocessing(Resize.none(), 1, 1));
  }

  /**
   * PaddleDetection's boxes are label, score and edges in original pixels, its masks int32; the
   * graph here scales them itself, by the input that says how.
   */
  @Test
  void decodesPaddleDetectionWithThreeInputs() throws IOException {
    // In the input of twice the size: left 16 / 2 = 8 and so on.
    float[] rows = {3, 0.8f, 64, 32, 112, 80, 0, 0.9f, 16, 16, 48, 48};
    Tensor masks = Tensor.allocate(ElementType.INT32, 2, HEIGHT, WIDTH);
    ByteBuffer bitmaps = bitmaps().bytes();
    for (int i = 0; i < bitmaps.limit(); i++) {
      masks.ints().put(i, bitmaps.get(i));
    }
    TinyGraph graph =
        new TinyGraph()
            .input("im_shape", ElementType.FLOAT32, 1, 2)
            .input("image", ElementType.FLOAT32, 1, 3, -1, -1)
            .input("scale_factor", ElementType.FLOAT32, 1, 2)
            .constant("rows", Tensor.ofFloats(rows, 2, 6))
            .constant("ones", Tensor.ofFloats(new float[] {1, 1}, 1, 2))
            .constant("masks", masks)
            .node(
                TinyNode.of("Concat")
                    .inputs("ones", "scale_factor", "scale_factor")
                    .outputs("divisor")
                    .integer("axis", 1))
            .node(TinyNode.of("Div").inputs("rows", "divisor").outputs("bbox"))
            .node(TinyNode.of("Identity").inputs("masks").outputs("mask"))
            .output("bbox", ElementType.FLOAT32, -1, 6)
            .output("mask", ElementType.INT32, -1, -1, -1);
    Map<String, Object> options =
        Map.of(
            "boxesOutput", "bbox",
            "boxFormat", "label-score-xyxy",
            "masksOutput", "mask",
            "maskFormat", "pasted-bitmap",
            "labelBase", 0L,
            "coordinates", "original",
            "extraInputs", Map.of("im_shape", "size", "scale_factor", "scale"));
    Preprocessing twice = Specs.preprocessing(Resize.shortSide(2 * HEIGHT, 0), 32, 1);
    ModelAdapter adapter =
        new MaskRcnnFamily()
            .adapterFor(Specs.of(new MaskRcnnFamily(), ShapesReference.labels(), twice, options));
    RgbImage image = new RgbImage(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT * 3]);
    try (InferenceSession session = TinyNetwork.open(graph, folder);
        ModelInput input = adapter.preprocess(List.of(image));
        InferenceOutputs outputs = session.run(input.tensors())) {
      assertThat(input.tensors()).containsOnlyKeys("im_shape", "image", "scale_factor");
      float[] size = new float[2];
      input.tensors().get("im_shape").floats().get(size);
      assertThat(size).containsExactly(2 * HEIGHT, 2 * WIDTH);
      requireCircleAndStar(
          adapter
              .postprocess(outputs.tensors(), input.geometries())
              .get(0)
              .instance()
              .orElseThrow()
              .instances());
    }
  }

  @Test
  void refusesAnExtraInputThatNobodyKnows() {
    assertThatThrownBy(
            () ->
                new MaskRcnnFamily()
                    .adapterFor(
                        Specs.of(
                            new MaskRcnnFamily(),
                            ShapesReference.labels(),
                            Specs.preprocessing(Resize.none(), 1, 1),
                            Map.of("extraInputs", Map.of("im_info", "shape")))))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: extra input 'im_info' is 'shape', expected one of [size, scale, info]");
  }

  @Test
  void doesNotTakeOtherNetworksForADetector() throws IOException {
    ConstantGraph semantic =
        new ConstantGraph("image", 1, 3, -1, -1).output("out", ones(1, 8, 4, 4), 1, 8, -1, -1);
    assertThat(fitOf(semantic)).isFalse();
    ConstantGraph boxesAlone =
        new ConstantGraph("image", 1, 3, -1, -1)
            .output("boxes", Tensor.ofFloats(BOXES, 2, 4), -1, 4)
            .output("labels", Tensor.ofLongs(new long[] {4, 1}, 2), -1)
            .output("scores", Tensor.ofFloats(SCORES, 2), -1);
    assertThat(fitOf(boxesAlone)).isFalse();
  }

  private boolean fitOf(ConstantGraph network) throws IOException {
    try (InferenceSession session = TinyNetwork.open(network.graph(), folder)) {
      return new MaskRcnnFamily()
          .fit(new NetworkSignature(session.inputs(), session.outputs()))
          .isPresent();
    }
  }

  private void decodes(ConstantGraph network, Map<String, String> options, Preprocessing input)
      throws IOException {
    Preprocessing named =
        new Preprocessing(
            inputOf(network),
            input.resize(),
            input.padMultiple(),
            input.padValue(),
            input.channelOrder(),
            input.layout(),
            input.scale(),
            input.mean(),
            input.std(),
            input.maxBatch());
    try (InferenceSession session = TinyNetwork.open(network.graph(), folder)) {
      Fitted fitted = Fitted.of(new MaskRcnnFamily(), session);
      assertThat(fitted.fit().options()).containsExactlyInAnyOrderEntriesOf(options);
      List<Instance> found =
          fitted
              .decode(ShapesReference.labels(), named, WIDTH, HEIGHT)
              .instance()
              .orElseThrow()
              .instances();
      requireCircleAndStar(found);
    }
  }

  private static void requireCircleAndStar(List<Instance> found) {
    // The things of Shapes are 4 circle, 5 square, 6 triangle, 7 star.
    assertThat(found).extracting(Instance::category).containsExactly(4, 7);
    assertThat(found).extracting(instance -> (float) instance.score()).containsExactly(0.9f, 0.8f);
    assertThat(found)
        .extracting(instance -> instance.mask().boundingBox())
        .containsExactly(new BoundingBox(8, 8, 16, 16), new BoundingBox(32, 16, 24, 24));
    assertThat(found)
        .extracting(instance -> instance.mask().area())
        .containsExactly(16L * 16, 24L * 24);
  }

  private String inputOf(ConstantGraph network) throws IOException {
    try (InferenceSession session = TinyNetwork.open(network.graph(), folder)) {
      return session.inputs().get(0).name();
    }
  }

  private static float[] doubled(float[] boxes) {
    float[] twice = boxes.clone();
    for (int i = 0; i < twice.length; i++) {
      twice[i] *= 2;
    }
    return twice;
  }

  private static Tensor ones(long... shape) {
    Tensor tensor = Tensor.allocate(ElementType.FLOAT32, shape);
    FloatBuffer values = tensor.floats();
    for (int i = 0; i < values.capacity(); i++) {
      values.put(i, 1);
    }
    return tensor;
  }

  /** Probability 1 inside each box, at the size of the image. */
  private static Tensor pasted(long... shape) {
    Tensor tensor = Tensor.allocate(ElementType.FLOAT32, shape);
    ByteBuffer bitmap = bitmaps().bytes();
    for (int i = 0; i < bitmap.limit(); i++) {
      tensor.floats().put(i, bitmap.get(i));
    }
    return tensor;
  }

  private static Tensor bitmaps() {
    Tensor tensor = Tensor.allocate(ElementType.BOOL, 2, HEIGHT, WIDTH);
    ByteBuffer bytes = tensor.bytes();
    for (int object = 0; object < 2; object++) {
      for (int y = (int) BOXES[4 * object + 1]; y < BOXES[4 * object + 3]; y++) {
        for (int x = (int) BOXES[4 * object]; x < BOXES[4 * object + 2]; x++) {
          bytes.put((object * HEIGHT + y) * WIDTH + x, (byte) 1);
        }
      }
    }
    return tensor;
  }
}
