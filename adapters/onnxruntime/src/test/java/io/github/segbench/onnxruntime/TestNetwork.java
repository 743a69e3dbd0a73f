package io.github.segbench.onnxruntime;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.option.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A network of a few operators, with one input {@code x} and one output {@code y}. */
final class TestNetwork {
  private static final int OPSET = 13;
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");

  /** Input and output have the same number of elements, which is not fixed. */
  static TestNetwork of(TensorProto.DataType input, TensorProto.DataType output) {
    TestNetwork network = new TestNetwork();
    network.graph.addInput(value("x", input)).addOutput(value("y", output));
    return network;
  }

  /** The operator Identity, for elements of a type. */
  static TestNetwork identity(TensorProto.DataType type) {
    return of(type, type).node("Identity", "x", "y");
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type) {
    var shape = TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("n"));
    var tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /**
   * @param inputs names, separated by spaces
   * @param outputs likewise
   */
  TestNetwork node(String operator, String inputs, String outputs) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .addAllInput(List.of(inputs.split(" ")))
            .addAllOutput(List.of(outputs.split(" "))));
    return this;
  }

  TestNetwork scalar(String name, float value) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addFloatData(value));
    return this;
  }

  TestNetwork scalar(String name, byte value, TensorProto.DataType type) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(new byte[] {value})));
    return this;
  }

  Path write(Path file) throws IOException {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
            .setGraph(graph)
            .build();
    return Files.write(file, model.toByteArray());
  }

  /** A session on the CPU. */
  static InferenceSession open(Path file, Precision precision, Map<String, ?> options) {
    return open(file, Device.CPU, precision, options);
  }

  static InferenceSession open(
      Path file, Device device, Precision precision, Map<String, ?> options) {
    OnnxRuntimeBackend backend = new OnnxRuntimeBackend();
    return backend.open(
        new SessionSpec(
            file,
            device,
            precision,
            List.of(),
            List.of(),
            new Options(backend.options(), options)));
  }
}
