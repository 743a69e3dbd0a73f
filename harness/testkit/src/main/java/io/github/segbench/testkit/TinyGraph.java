package io.github.segbench.testkit;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small ONNX model that a test puts together node by node, with the signature of a network that
 * people use.
 *
 * <pre>{@code
 * new TinyGraph()
 *     .input("image", ElementType.FLOAT32, 1, 3, -1, -1)
 *     .constant("weight", Tensor.ofFloats(weights, 2, 3, 1, 1))
 *     .node(TinyNode.of("Conv").inputs("image", "weight").outputs("logits"))
 *     .output("logits", ElementType.FLOAT32, 1, 2, -1, -1)
 *     .write(folder.resolve("tiny.onnx"));
 * }</pre>
 *
 * <p>Source of the format: onnx/onnx, {@code onnx/onnx.proto}.
 */
public final class TinyGraph {
  private static final long IR_VERSION = 8;
  private static final long OPSET = 17;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");
  private final long opset;

  /** A graph without nodes, of operator set 17. */
  public TinyGraph() {
    this(OPSET);
  }

  /**
   * A graph without nodes.
   *
   * @param opset version of the default operator set
   */
  public TinyGraph(long opset) {
    this.opset = opset;
  }

  /**
   * Declares an input.
   *
   * @param shape sizes; -1 where a dimension is not fixed
   */
  public TinyGraph input(String name, ElementType type, long... shape) {
    graph.addInput(value(name, type, shape));
    return this;
  }

  /**
   * Declares that a node's output is one of the network's.
   *
   * @param shape sizes; -1 where a dimension is not fixed
   */
  public TinyGraph output(String name, ElementType type, long... shape) {
    graph.addOutput(value(name, type, shape));
    return this;
  }

  /** Adds an initialiser with a copy of the tensor. */
  public TinyGraph constant(String name, Tensor tensor) {
    TensorProto.Builder initializer =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(dataType(tensor.type()).getNumber())
            .setRawData(littleEndian(tensor));
    for (long dimension : tensor.shape()) {
      initializer.addDims(dimension);
    }
    graph.addInitializer(initializer);
    return this;
  }

  /** Adds a node; the nodes that give its inputs come before it. */
  public TinyGraph node(TinyNode node) {
    graph.addNode(node.proto());
    return this;
  }

  /** The model file's content. */
  public byte[] bytes() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("segbench-testkit")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  /** Writes the model file and gives its path. */
  public Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  private static ValueInfoProto value(String name, ElementType type, long[] shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (int axis = 0; axis < shape.length; axis++) {
      TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
      dimensions.addDim(
          shape[axis] < 0
              ? dimension.setDimParam(name + "_" + axis)
              : dimension.setDimValue(shape[axis]));
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(dataType(type).getNumber())
            .setShape(dimensions)
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private static TensorProto.DataType dataType(ElementType type) {
    return switch (type) {
      case FLOAT32 -> TensorProto.DataType.FLOAT;
      case FLOAT16 -> TensorProto.DataType.FLOAT16;
      case INT64 -> TensorProto.DataType.INT64;
      case INT32 -> TensorProto.DataType.INT32;
      case UINT8 -> TensorProto.DataType.UINT8;
      case INT8 -> TensorProto.DataType.INT8;
      case BOOL -> TensorProto.DataType.BOOL;
    };
  }

  /** Raw data is little-endian on every machine. */
  private static ByteString littleEndian(Tensor tensor) {
    if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
      return ByteString.copyFrom(tensor.bytes());
    }
    ByteBuffer source = tensor.bytes();
    byte[] bytes = new byte[source.remaining()];
    int size = tensor.type().byteCount();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = source.get(i - i % size + size - 1 - i % size);
    }
    return ByteString.copyFrom(bytes);
  }
}
