package io.github.segbench.onnxruntime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An ONNX file with a single operator, written field by field; field numbers are those of {@code
 * onnx.proto}.
 *
 * @param operator such as {@code Relu}; takes input {@code x}, gives output {@code y}
 * @param opset version of the operator set
 * @param inputDimensions numbers, or names of dimensions that are not fixed
 * @param outputType a {@code TensorProto.DataType}
 */
record OneNodeModel(
    String operator,
    int opset,
    int inputType,
    List<String> inputDimensions,
    int outputType,
    List<String> outputDimensions) {
  static final int FLOAT = 1;
  static final int INT64 = 7;

  private static final int IR_VERSION = 8;

  /** Four floats in, four floats out, negative ones as 0. */
  static OneNodeModel relu() {
    return new OneNodeModel("Relu", 13, FLOAT, List.of("4"), FLOAT, List.of("4"));
  }

  /** The file's content. */
  byte[] bytes() {
    byte[] node = new Message().text(1, "x").text(2, "y").text(3, "node").text(4, operator).bytes();
    byte[] graph =
        new Message()
            .bytes(1, node)
            .text(2, "graph")
            .bytes(11, value("x", inputType, inputDimensions))
            .bytes(12, value("y", outputType, outputDimensions))
            .bytes();
    byte[] operators = new Message().text(1, "").number(2, opset).bytes();
    return new Message().number(1, IR_VERSION).bytes(7, graph).bytes(8, operators).bytes();
  }

  private static byte[] value(String name, int elementType, List<String> dimensions) {
    Message shape = new Message();
    for (String dimension : dimensions) {
      boolean fixed = dimension.chars().allMatch(Character::isDigit);
      Message entry = new Message();
      shape.bytes(
          1,
          (fixed ? entry.number(1, Long.parseLong(dimension)) : entry.text(2, dimension)).bytes());
    }
    byte[] tensor = new Message().number(1, elementType).bytes(2, shape.bytes()).bytes();
    return new Message().text(1, name).bytes(2, new Message().bytes(1, tensor).bytes()).bytes();
  }

  /** A protocol buffer message under construction. */
  private static final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint(((long) field << 3) | VARINT);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message bytes(int field, byte[] value) {
      varint(((long) field << 3) | LENGTH_DELIMITED);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while (rest > 0x7F) {
        out.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
