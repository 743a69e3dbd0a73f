package io.github.segbench.engine.yaml;

import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A whole number; both ends of the range belong to it. */
public record IntegerType(long minimum, long maximum) implements ValueType<Long> {
  public static IntegerType atLeast(long minimum) {
    return new IntegerType(minimum, Long.MAX_VALUE);
  }

  /** A whole number from {@code minimum} that fits an {@code int}. */
  public static IntegerType intAtLeast(int minimum) {
    return new IntegerType(minimum, Integer.MAX_VALUE);
  }

  @Override
  public String expectation() {
    if (maximum >= Integer.MAX_VALUE) {
      return minimum == Long.MIN_VALUE ? "a whole number" : "a whole number >= " + minimum;
    }
    return "a whole number from " + minimum + " to " + maximum;
  }

  @Override
  public Optional<Long> decode(YamlNode node, Problems problems) {
    if (node instanceof YamlScalar scalar
        && (scalar.kind() == Kind.INTEGER || scalar.kind() == Kind.NUMBER)) {
      try {
        long value = number(scalar.text()).longValueExact();
        if (value >= minimum && value <= maximum) {
          return Optional.of(value);
        }
      } catch (ArithmeticException | NumberFormatException e) {
        return misfit(node, problems);
      }
    }
    return misfit(node, problems);
  }

  /**
   * A number of YAML's core schema.
   *
   * @throws NumberFormatException for infinities and NaN
   */
  static BigDecimal number(String text) {
    if (text.startsWith("0x")) {
      return new BigDecimal(new BigInteger(text.substring(2), 16));
    }
    if (text.startsWith("0o")) {
      return new BigDecimal(new BigInteger(text.substring(2), 8));
    }
    return new BigDecimal(text);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "integer");
    if (minimum != Long.MIN_VALUE) {
      schema.put("minimum", minimum);
    }
    return maximum == Long.MAX_VALUE ? schema : schema.put("maximum", maximum);
  }

  @Override
  public JsonNode encode(Long value) {
    return JsonNodeFactory.instance.numberNode(value.longValue());
  }
}
