package io.github.segbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

/** One call of segbench within the test's own JVM, and what came of it. */
record CommandLineRun(int status, String out, String err) {

  static CommandLineRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(
            new Installation(root(), false),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments);
    return new CommandLineRun(status, out.toString(), err.toString());
  }

  /** One call of {@code segbench score} whose results go to a folder. */
  static CommandLineRun score(
      String format, Path truth, String predictions, Path out, String... more) {
    Stream<String> call =
        Stream.of(
            "score",
            "--format",
            format,
            "--ground-truth",
            truth.toString(),
            "--predictions",
            predictions,
            "--out",
            out.toString());
    return of(Stream.concat(call, Stream.of(more)).toArray(String[]::new));
  }

  /** The root of the repository. */
  static Path root() {
    return Path.of(System.getProperty("segbench.root"));
  }
}
