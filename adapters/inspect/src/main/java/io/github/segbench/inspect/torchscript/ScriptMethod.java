package io.github.segbench.inspect.torchscript;

import java.util.Arrays;
import java.util.List;

/**
 * A method of a TorchScript module.
 *
 * @param arguments as {@code NAME: TYPE}, without {@code self}
 * @param result its type, such as {@code Tuple[Tensor, Tensor]}
 */
public record ScriptMethod(String name, List<String> arguments, String result) {
  public ScriptMethod {
    arguments = List.copyOf(arguments);
  }

  static ScriptMethod of(String name, String arguments, String result) {
    return new ScriptMethod(
        name,
        Arrays.stream(arguments.split(",\\s*\\n\\s*"))
            .map(argument -> argument.strip().replaceAll("\\s+", " "))
            .skip(1)
            .toList(),
        result.strip().replaceAll("\\s+", " "));
  }

  /** The arguments' names. */
  public List<String> argumentNames() {
    return arguments.stream().map(argument -> argument.replaceFirst(":.*", "").strip()).toList();
  }

  @Override
  public String toString() {
    return name + "(" + String.join(", ", arguments) + ") -> " + result;
  }
}
