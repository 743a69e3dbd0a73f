package io.github.segbench.engine.yaml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ${NAME}}, {@code ${NAME:-default}} and a leading {@code ~} stand for in paths.
 *
 * @param environment of the process
 * @param home of the user
 */
public record PathVariables(Map<String, String> environment, String home) {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

  public PathVariables {
    environment = Map.copyOf(environment);
  }

  public static PathVariables ofProcess() {
    return new PathVariables(System.getenv(), System.getProperty("user.home", ""));
  }

  /** These with another value for one variable of the environment. */
  public PathVariables with(String name, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(name, value);
    return new PathVariables(changed, home);
  }

  /** The text of a path with everything put in; an empty variable counts as not set. */
  Optional<String> expand(YamlScalar scalar, Problems problems) {
    Matcher matcher = REFERENCE.matcher(scalar.text());
    StringBuilder expanded = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = environment.getOrDefault(name, "");
      if (value.isEmpty()) {
        value = matcher.group(2);
      }
      if (value == null) {
        problems.add(
            scalar.place(),
            String.format(
                Locale.ROOT,
                "%s needs the environment variable %s, which is not set; set it or write"
                    + " ${%s:-DEFAULT}",
                scalar.path(),
                name,
                name));
        return Optional.empty();
      }
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
    }
    matcher.appendTail(expanded);
    boolean atHome = expanded.toString().equals("~") || expanded.indexOf("~/") == 0;
    return Optional.of(atHome ? home + expanded.substring(1) : expanded.toString());
  }
}
