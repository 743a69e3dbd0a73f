package io.github.segbench.inspect.torchscript;

import io.github.segbench.inspect.file.ParameterCount;
import io.github.segbench.inspect.torchscript.Pickled.Instance;
import io.github.segbench.inspect.torchscript.Pickled.Mapping;
import io.github.segbench.inspect.torchscript.Pickled.Sequence;
import io.github.segbench.inspect.torchscript.Pickled.Tensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the tensors of pickled modules, each once however often it is used. */
final class ScriptTensors {
  private final Map<String, ScriptClass> classes;
  private final Set<Pickled> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Long> elements = new TreeMap<>();
  private long parameters;
  private long bytes;

  /**
   * @param classes by qualified name
   */
  ScriptTensors(Map<String, ScriptClass> classes) {
    this.classes = classes;
  }

  ParameterCount parameters() {
    return new ParameterCount(parameters, elements, bytes);
  }

  void count(Pickled value) {
    count(value, false);
  }

  private void count(Pickled value, boolean trainable) {
    if (!seen.add(value)) {
      return;
    }
    if (value instanceof Tensor tensor) {
      add(tensor, trainable);
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(item -> count(item, false));
    } else if (value instanceof Mapping mapping) {
      mapping.entries().values().forEach(item -> count(item, false));
    } else if (value instanceof Instance instance) {
      ScriptClass type = classes.get(instance.type());
      List<String> names = type == null ? List.of() : type.parameters();
      instance.state().forEach((name, item) -> count(item, names.contains(name)));
    }
  }

  private void add(Tensor tensor, boolean trainable) {
    long size = tensor.shape().stream().reduce(1L, Math::multiplyExact);
    String type = type(tensor.type());
    elements.merge(type, size, Math::addExact);
    bytes += size * width(type);
    parameters += trainable ? size : 0;
  }

  /** By the name of the class that stores them. */
  private static String type(String storage) {
    return switch (storage) {
      case "torch.FloatStorage" -> "float32";
      case "torch.DoubleStorage" -> "float64";
      case "torch.HalfStorage" -> "float16";
      case "torch.BFloat16Storage" -> "bfloat16";
      case "torch.LongStorage" -> "int64";
      case "torch.IntStorage" -> "int32";
      case "torch.ShortStorage" -> "int16";
      case "torch.CharStorage" -> "int8";
      case "torch.ByteStorage" -> "uint8";
      case "torch.BoolStorage" -> "bool";
      case "torch.QInt8Storage" -> "qint8";
      case "torch.QUInt8Storage" -> "quint8";
      case "torch.QInt32Storage" -> "qint32";
      default -> storage;
    };
  }

  private static int width(String type) {
    return switch (type) {
      case "float64", "int64" -> Long.BYTES;
      case "float32", "int32", "qint32" -> Float.BYTES;
      case "float16", "bfloat16", "int16" -> Short.BYTES;
      default -> 1;
    };
  }
}
