package io.github.segbench.engine.yaml;

import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A finite number.
 *
 * @param minimum {@link Double#NEGATIVE_INFINITY} for none
 * @param exclusive whether the minimum itself is too small
 */
public record NumberType(double minimum, boolean exclusive) implements ValueType<Double> {
  public static final NumberType ANY = new NumberType(Double.NEGATIVE_INFINITY, true);
  public static final NumberType POSITIVE = new NumberType(0, true);

  public static NumberType atLeast(double minimum) {
    return new NumberType(minimum, minimum == Double.NEGATIVE_INFINITY);
  }

  @Override
  public String expectation() {
    if (minimum == Double.NEGATIVE_INFINITY) {
      return "a number";
    }
    String bound =
        minimum == Math.rint(minimum) ? Long.toString((long) minimum) : Double.toString(minimum);
    return "a number " + (exclusive ? "> " : ">= ") + bound;
  }

  @Override
  public Optional<Double> decode(YamlNode node, Problems problems) {
    if (node instanceof YamlScalar scalar
        && (scalar.kind() == Kind.INTEGER || scalar.kind() == Kind.NUMBER)) {
      try {
        double value = IntegerType.number(scalar.text()).doubleValue();
        if (Double.isFinite(value) && (exclusive ? value > minimum : value >= minimum)) {
          return Optional.of(value);
        }
      } catch (NumberFormatException e) {
        return misfit(node, problems);
      }
    }
    return misfit(node, problems);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "number");
    return minimum == Double.NEGATIVE_INFINITY
        ? schema
        : schema.put(exclusive ? "exclusiveMinimum" : "minimum", minimum);
  }

  @Override
  public JsonNode encode(Double value) {
    return JsonNodeFactory.instance.numberNode(value.doubleValue());
  }
}
