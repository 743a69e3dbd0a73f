package io.github.segbench.inspect.onnx;

import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.inspect.shape.ElementTypes;
import io.github.segbench.inspect.shape.GraphShapes;
import io.github.segbench.inspect.shape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An input or output as the file declares it.
 *
 * @param type as {@code TensorProto.DataType} numbers it, 0 for what is no tensor
 * @param names sizes, or the names of those that are not fixed ({@code ?} for one without); null if
 *     not even their number is declared
 * @param sizes -1 for those that are not fixed; what the graph tells where the file leaves one open
 */
public record DeclaredTensor(
    String name, int type, @Nullable List<String> names, List<Long> sizes) {
  public DeclaredTensor {
    names = names == null ? null : List.copyOf(names);
    sizes = List.copyOf(sizes);
  }

  /**
   * @param inferred what the graph tells of it
   */
  static DeclaredTensor of(ValueInfoProto info, Value inferred) {
    Value declared = GraphShapes.declared(info);
    @Nullable List<String> names = null;
    if (declared.dims().isPresent()) {
      names =
          info.getType().getTensorType().getShape().getDimList().stream()
              .map(DeclaredTensor::name)
              .toList();
    }
    return new DeclaredTensor(info.getName(), declared.type(), names, sizes(declared, inferred));
  }

  private static List<Long> sizes(Value declared, Value inferred) {
    List<Long> told = inferred.dims().orElse(List.of());
    List<Long> sizes = new ArrayList<>(declared.dims().orElse(told));
    for (int i = 0; i < sizes.size() && sizes.size() == told.size(); i++) {
      sizes.set(i, sizes.get(i) < 0 ? told.get(i) : sizes.get(i));
    }
    return sizes;
  }

  private static String name(Dimension dimension) {
    if (dimension.hasDimValue()) {
      return Long.toString(dimension.getDimValue());
    }
    return dimension.getDimParam().isEmpty() ? "?" : dimension.getDimParam();
  }

  /** Such as {@code [n, 3, h, w]}. */
  public String shapeText() {
    return names == null ? "[?]" : "[" + String.join(", ", names) + "]";
  }

  public String typeName() {
    return ElementTypes.name(type);
  }

  /** As backends see it; empty for an element type that segbench does not know. */
  public Optional<TensorInfo> info() {
    return elementType().map(known -> new TensorInfo(name, known, sizes));
  }

  private Optional<ElementType> elementType() {
    return switch (type) {
      case ElementTypes.FLOAT -> Optional.of(ElementType.FLOAT32);
      case ElementTypes.FLOAT16 -> Optional.of(ElementType.FLOAT16);
      case ElementTypes.INT64 -> Optional.of(ElementType.INT64);
      case ElementTypes.INT32 -> Optional.of(ElementType.INT32);
      case ElementTypes.UINT8 -> Optional.of(ElementType.UINT8);
      case ElementTypes.INT8 -> Optional.of(ElementType.INT8);
      case ElementTypes.BOOL -> Optional.of(ElementType.BOOL);
      default -> Optional.empty();
    };
  }
}
