package io.github.segbench.inspect.torchscript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class of an archive's {@code code/} folder, as far as its text tells.
 *
 * @param name qualified, such as {@code __torch__.torch.nn.modules.conv.Conv2d}
 * @param parameters names of the attributes that are trainable
 */
record ScriptClass(String name, List<String> parameters, List<ScriptMethod> methods) {
  private static final Pattern CLASS = Pattern.compile("(?m)^class ([A-Za-z0-9_]+)\\([^)]*\\):$");
  private static final Pattern PARAMETERS = Pattern.compile("__parameters__ = \\[([^\\]]*)\\]");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern METHOD =
      Pattern.compile("(?s)\\n  def ([A-Za-z0-9_]+)\\((.*?)\\) -> (.*?):\\n");

  ScriptClass {
    parameters = List.copyOf(parameters);
    methods = List.copyOf(methods);
  }

  /**
   * The classes of one file.
   *
   * @param module such as {@code __torch__.torch.nn.modules.conv}
   */
  static List<ScriptClass> of(String module, String text) {
    List<ScriptClass> classes = new ArrayList<>();
    Matcher matcher = CLASS.matcher(text);
    int start = -1;
    String name = "";
    while (matcher.find()) {
      if (start >= 0) {
        classes.add(of(module + "." + name, text, start, matcher.start()));
      }
      name = matcher.group(1);
      start = matcher.end();
    }
    if (start >= 0) {
      classes.add(of(module + "." + name, text, start, text.length()));
    }
    return classes;
  }

  private static ScriptClass of(String name, String text, int start, int end) {
    String body = text.substring(start, end);
    List<String> parameters = new ArrayList<>();
    Matcher listed = PARAMETERS.matcher(body);
    if (listed.find()) {
      QUOTED.matcher(listed.group(1)).results().forEach(quoted -> parameters.add(quoted.group(1)));
    }
    List<ScriptMethod> methods = new ArrayList<>();
    METHOD
        .matcher(body)
        .results()
        .forEach(
            found -> methods.add(ScriptMethod.of(found.group(1), found.group(2), found.group(3))));
    return new ScriptClass(name, parameters, methods);
  }
}
