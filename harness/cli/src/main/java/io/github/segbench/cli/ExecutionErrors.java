package io.github.segbench.cli;

import io.github.segbench.api.SegbenchException;
import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * Prints a problem that a user can act on as plain lines; anything else is a defect and keeps its
 * stack trace.
 */
final class ExecutionErrors implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (exception instanceof SegbenchException problem) {
      problem.getMessage().lines().forEach(line -> err.println("segbench: " + line));
      return ExitStatus.BAD_USAGE;
    }
    return defect(exception, err);
  }

  /** Prints what no user can act on, and gives the exit code for it. */
  static int defect(Throwable thrown, PrintWriter err) {
    err.println("segbench: internal error, please report it with these lines:");
    thrown.printStackTrace(err);
    err.flush();
    return ExitStatus.DEFECT;
  }
}
