package io.github.segbench.cli;

import java.util.List;
import java.util.stream.Collectors;

/** One call of the program: where it is installed and with which arguments it was called. */
record Invocation(Installation installation, List<String> arguments) {
  Invocation {
    arguments = List.copyOf(arguments);
  }

  /** The call as a line for a POSIX shell. */
  String shellLine() {
    return arguments.stream()
        .map(Invocation::quoted)
        .collect(Collectors.joining(" ", "./segbench ", ""));
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./:=,@%+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
