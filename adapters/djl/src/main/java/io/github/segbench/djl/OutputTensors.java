package io.github.segbench.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a network returned - a tensor, or tuples, lists and dictionaries of them - as tensors. */
final class OutputTensors {
  private final Signature signature;
  private final PtNDManager owner;
  private final List<NetworkOutput<PtNDArray>> found = new ArrayList<>();

  /**
   * @param owner of PyTorch's arrays; the tensors are views of their memory, so it must stay open
   */
  OutputTensors(Signature signature, PtNDManager owner) {
    this.signature = signature;
    this.owner = owner;
  }

  /**
   * @param inputs whose memory outputs must not share, because it is only lent
   * @throws InferenceException if there is something else than tensors, or a name is missing
   */
  Map<String, Tensor> read(IValue returned, Collection<Tensor> inputs) {
    collect("", returned);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    signature
        .byName(found)
        .forEach((name, array) -> tensors.put(name, tensor(name, array, inputs)));
    return tensors;
  }

  private void collect(String key, IValue value) {
    if (value.isTensor()) {
      found.add(new NetworkOutput<>(key, value.toTensor(owner)));
    } else if (value.isMap()) {
      collectAll(value.toIValueMap());
    } else if (value.isTuple()) {
      collectAll(key, value.toIValueTuple());
    } else if (value.isTensorList()) {
      for (PtNDArray array : value.toTensorArray(owner)) {
        found.add(new NetworkOutput<>(key, array));
      }
    } else if (value.isList()) {
      collectAll(key, value.toIValueArray());
    } else if (!value.getType().startsWith("None")) {
      throw new InferenceException(
          signature.file()
              + ": gives an output of the type "
              + value.getType()
              + ", expected tensors, or tuples, lists or dictionaries of tensors",
          null);
    }
  }

  private void collectAll(String key, IValue[] values) {
    for (IValue value : values) {
      try (value) {
        collect(key, value);
      }
    }
  }

  private void collectAll(Map<String, IValue> entries) {
    entries.forEach(
        (key, value) -> {
          try (value) {
            collect(key, value);
          }
        });
  }

  private Tensor tensor(String name, PtNDArray array, Collection<Tensor> inputs) {
    ElementType type =
        ElementTypes.of(array.getDataType())
            .orElseThrow(
                () ->
                    new InferenceException(
                        signature.file()
                            + ": output '"
                            + name
                            + "' has elements of type "
                            + array.getDataType()
                            + ", expected one of "
                            + Arrays.toString(ElementType.values()),
                        null));
    Shape shape = array.getShape();
    long count = shape.size();
    if (count * type.byteCount() > Integer.MAX_VALUE) {
      throw new InferenceException(
          signature.file() + ": output '" + name + "' " + type + shape + " is larger than 2 GiB",
          null);
    }
    if (count == 0) {
      return Tensor.allocate(type, shape.getShape());
    }
    ByteBuffer view = array.toByteBuffer(true).order(ByteOrder.nativeOrder());
    boolean lent = inputs.stream().anyMatch(input -> SharedMemory.isPossible(view, input.bytes()));
    return new Tensor(type, shape.getShape(), lent ? copy(view) : view);
  }

  private static ByteBuffer copy(ByteBuffer view) {
    ByteBuffer copy = ByteBuffer.allocateDirect(view.remaining()).order(ByteOrder.nativeOrder());
    return copy.put(view).flip();
  }
}
