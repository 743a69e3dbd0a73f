package io.github.segbench.inspect.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Makes small ONNX files for tests. */
final class GraphMaker {
  static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");

  /** A size is a number or a name. */
  static ValueInfoProto tensor(String name, int type, Object... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object size : sizes) {
      TensorShapeProto.Dimension.Builder dim = shape.addDimBuilder();
      if (size instanceof Integer number) {
        dim.setDimValue(number);
      } else {
        dim.setDimParam(size.toString());
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }

  GraphMaker input(String name, Object... sizes) {
    graph.addInput(tensor(name, FLOAT, sizes));
    return this;
  }

  GraphMaker output(String name, Object... sizes) {
    graph.addOutput(tensor(name, FLOAT, sizes));
    return this;
  }

  /** A weight of zeros. */
  GraphMaker weight(String name, int type, long... dims) {
    int width = type == FLOAT ? 4 : type == TensorProto.DataType.INT64_VALUE ? 8 : 1;
    int size = (int) Arrays.stream(dims).reduce(1, (a, b) -> a * b) * width;
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type)
            .addAllDims(Arrays.stream(dims).boxed().toList())
            .setRawData(ByteString.copyFrom(new byte[size])));
    return this;
  }

  GraphMaker numbers(String name, long... values) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64_VALUE)
            .addDims(values.length)
            .addAllInt64Data(Arrays.stream(values).boxed().toList()));
    return this;
  }

  GraphMaker initializer(TensorProto tensor) {
    graph.addInitializer(tensor);
    return this;
  }

  GraphMaker node(String type, List<String> inputs, String output, AttributeProto... attributes) {
    return nodeOf("", type, inputs, output, attributes);
  }

  GraphMaker nodeOf(
      String domain,
      String type,
      List<String> inputs,
      String output,
      AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setDomain(domain)
            .setOpType(type)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
    return this;
  }

  static AttributeProto ints(String name, long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.INTS)
        .addAllInts(Arrays.stream(values).boxed().toList())
        .build();
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  static AttributeProto graph(String name, GraphMaker maker) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.GRAPH)
        .setG(maker.graph)
        .build();
  }

  byte[] bytes() {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("maker")
        .setProducerVersion("1")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(16))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  Path write(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
