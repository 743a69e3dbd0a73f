package io.github.segbench.testkit;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.List;

/** A node of a {@link TinyGraph}: an operator, the values it takes and gives, its attributes. */
public final class TinyNode {
  private final NodeProto.Builder node = NodeProto.newBuilder();

  private TinyNode() {}

  /**
   * A node without inputs, outputs and attributes.
   *
   * @param operator of the default domain, such as {@code Conv}
   */
  public static TinyNode of(String operator) {
    TinyNode created = new TinyNode();
    created.node.setOpType(operator);
    return created;
  }

  /** The values that it takes, in the operator's order; empty for one that is left out. */
  public TinyNode inputs(String... names) {
    node.addAllInput(List.of(names));
    return this;
  }

  /** The values that it gives, in the operator's order. */
  public TinyNode outputs(String... names) {
    node.addAllOutput(List.of(names));
    return this;
  }

  public TinyNode integer(String attribute, long value) {
    node.addAttribute(of(attribute, AttributeProto.AttributeType.INT).setI(value));
    return this;
  }

  public TinyNode integers(String attribute, long... values) {
    AttributeProto.Builder list = of(attribute, AttributeProto.AttributeType.INTS);
    for (long value : values) {
      list.addInts(value);
    }
    node.addAttribute(list);
    return this;
  }

  public TinyNode number(String attribute, float value) {
    node.addAttribute(of(attribute, AttributeProto.AttributeType.FLOAT).setF(value));
    return this;
  }

  public TinyNode text(String attribute, String value) {
    node.addAttribute(
        of(attribute, AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
    return this;
  }

  NodeProto proto() {
    return node.build();
  }

  private static AttributeProto.Builder of(String name, AttributeProto.AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
