package io.github.segbench.engine.yaml;

import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A positive time in whole milliseconds, written as {@code 500 ms}, {@code 2 s}, {@code 1 min}. */
public record DurationType() implements ValueType<Duration> {
  private static final Pattern PATTERN = Pattern.compile("([1-9][0-9]{0,8}) ?(ms|s|min)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "min", ChronoUnit.MINUTES);

  @Override
  public String expectation() {
    return "a time such as 500 ms, 2 s or 1 min";
  }

  @Override
  public Optional<Duration> decode(YamlNode node, Problems problems) {
    if (node instanceof YamlScalar scalar && scalar.kind() == Kind.TEXT) {
      Matcher matcher = PATTERN.matcher(scalar.text());
      if (matcher.matches()) {
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(Duration.of(amount, UNITS.get(matcher.group(2))));
      }
    }
    return misfit(node, problems);
  }

  @Override
  public ObjectNode schema() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "string")
        .put("pattern", "^" + PATTERN.pattern() + "$");
  }

  @Override
  public JsonNode encode(Duration value) {
    long millis = value.toMillis();
    String text = millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    return JsonNodeFactory.instance.stringNode(text);
  }
}
