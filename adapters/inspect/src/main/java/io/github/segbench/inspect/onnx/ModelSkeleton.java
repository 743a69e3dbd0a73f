package io.github.segbench.inspect.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.github.segbench.inspect.file.InspectException;
import io.github.segbench.inspect.shape.ElementTypes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads an ONNX file without the data of its large tensors, so that a file of 2 GB takes no more
 * memory than its graph. Every message is copied field by field, the data being skipped.
 */
final class ModelSkeleton {
  private static final Descriptor TENSOR = TensorProto.getDescriptor();
  private static final int MOST_KEPT_BYTES = 8192;
  private static final int DEEPEST = 200;

  private final Path file;

  ModelSkeleton(Path file) {
    this.file = file;
  }

  /**
   * @throws InspectException if it is no ONNX model or not all of one
   */
  ModelProto read() {
    try {
      long size = Files.size(file);
      if (size > Integer.MAX_VALUE) {
        throw new InspectException(
            file
                + " has "
                + size
                + " bytes; an ONNX file has less than 2 GiB, larger weights lie in files beside it");
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        CodedInputStream coded = CodedInputStream.newInstance(in);
        coded.setSizeLimit(Integer.MAX_VALUE);
        coded.pushLimit((int) size);
        return checked(ModelProto.parseFrom(copy(coded, ModelProto.getDescriptor(), 0)));
      }
    } catch (InvalidProtocolBufferException e) {
      throw new InspectException(
          file + " is no ONNX model, or damaged or cut off: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InspectException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private ModelProto checked(ModelProto model) {
    if (!model.hasGraph() || model.getIrVersion() < 1) {
      throw new InspectException(
          file
              + " is no ONNX model: it has no "
              + (model.hasGraph() ? "IR version" : "graph")
              + "; segbench inspects .onnx and TorchScript (.pt)");
    }
    return model;
  }

  private ByteString copy(CodedInputStream in, Descriptor type, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new InspectException(file + ": graphs are nested deeper than " + DEEPEST + " messages");
    }
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    long dropped = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
      boolean delimited = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      if (!delimited) {
        number(in, out, tag);
      } else if (field == null) {
        in.skipRawBytes(in.readRawVarint32());
      } else if (field.getJavaType() == JavaType.MESSAGE) {
        int limit = in.pushLimit(in.readRawVarint32());
        ByteString message = copy(in, field.getMessageType(), depth + 1);
        in.popLimit(limit);
        out.writeBytes(field.getNumber(), message);
      } else {
        dropped += scalar(in, out, tag, type.equals(TENSOR));
      }
    }
    out.flush();
    ByteString message = bytes.toByteString();
    if (type.equals(TENSOR) && dropped > 0) {
      requireSize(TensorProto.parseFrom(message), dropped);
    }
    return message;
  }

  private static void number(CodedInputStream in, CodedOutputStream out, int tag)
      throws IOException {
    out.writeUInt32NoTag(tag);
    switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_VARINT -> out.writeUInt64NoTag(in.readRawVarint64());
      case WireFormat.WIRETYPE_FIXED32 -> out.writeFixed32NoTag(in.readRawLittleEndian32());
      case WireFormat.WIRETYPE_FIXED64 -> out.writeFixed64NoTag(in.readRawLittleEndian64());
      default -> throw new InvalidProtocolBufferException("ONNX has no field of such a type");
    }
  }

  /** Copies a string, bytes or packed numbers, unless they are a tensor's and many. */
  private static long scalar(CodedInputStream in, CodedOutputStream out, int tag, boolean ofTensor)
      throws IOException {
    int length = in.readRawVarint32();
    int number = WireFormat.getTagFieldNumber(tag);
    boolean data =
        ofTensor
            && number != TensorProto.NAME_FIELD_NUMBER
            && number != TensorProto.DIMS_FIELD_NUMBER;
    if (data && length > MOST_KEPT_BYTES) {
      in.skipRawBytes(length);
      return number == TensorProto.RAW_DATA_FIELD_NUMBER ? length : 0;
    }
    out.writeUInt32NoTag(tag);
    out.writeUInt32NoTag(length);
    out.writeRawBytes(in.readRawBytes(length));
    return 0;
  }

  /** Tensors whose data are as long as their shape says are whole. */
  private void requireSize(TensorProto tensor, long bytes) {
    long elements = 1;
    for (long dim : tensor.getDimsList()) {
      elements = dim < 0 ? -1 : Math.multiplyExact(elements, dim);
    }
    long count = elements;
    ElementTypes.bits(tensor.getDataType())
        .filter(bits -> bits >= Byte.SIZE && count * (bits / Byte.SIZE) != bytes)
        .ifPresent(
            bits -> {
              throw new InspectException(
                  file
                      + ": tensor "
                      + tensor.getName()
                      + " "
                      + tensor.getDimsList()
                      + " "
                      + ElementTypes.name(tensor.getDataType())
                      + " has "
                      + bytes
                      + " bytes, expected "
                      + count * (bits / Byte.SIZE));
            });
  }
}
