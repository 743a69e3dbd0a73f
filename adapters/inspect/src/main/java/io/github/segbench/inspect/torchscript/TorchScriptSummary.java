package io.github.segbench.inspect.torchscript;

import io.github.segbench.inspect.file.ParameterCount;
import io.github.segbench.inspect.file.WeightFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a TorchScript archive says of itself. It tells neither shapes nor names of outputs.
 *
 * @param formatVersion of the archive, such as 3; PyTorch's own version is not stored
 * @param type the class of the module, such as {@code __torch__.FCN8s}
 * @param methods of the module
 * @param code the files that hold the program, below {@code code/}
 */
public record TorchScriptSummary(
    Path file,
    long bytes,
    String formatVersion,
    String type,
    List<ScriptMethod> methods,
    List<String> code,
    ParameterCount parameters,
    WeightFormat weights) {
  public TorchScriptSummary {
    methods = List.copyOf(methods);
    code = List.copyOf(code);
  }

  public Optional<ScriptMethod> forward() {
    return methods.stream().filter(method -> method.name().equals("forward")).findFirst();
  }
}
