package io.github.segbench.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry point of {@code ./segbench}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    // An Error, such as memory that runs out, would end the JVM with 1: "a gate failed".
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, thrown) -> System.exit(ExecutionErrors.defect(thrown, err)));
    int status = run(Installation.fromSystemProperties(), out, err, arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs one command line and gives its exit code. */
  static int run(Installation installation, PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new SegbenchCommand(), new CommandFactory(installation, arguments))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new ExecutionErrors())
        .execute(arguments);
  }
}
