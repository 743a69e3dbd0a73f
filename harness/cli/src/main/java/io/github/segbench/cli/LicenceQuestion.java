package io.github.segbench.cli;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.datasets.fetch.Consent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;

/** Shows the terms of a data set and asks for consent, unless that was given by an option. */
final class LicenceQuestion implements Consent {
  private static final Set<String> YES = Set.of("y", "yes");

  private final boolean accepted;
  private final boolean terminal;
  private final BufferedReader in;
  private final PrintWriter err;

  /**
   * @param accepted whether the option was given
   * @param terminal whether a person can answer
   */
  LicenceQuestion(boolean accepted, boolean terminal, BufferedReader in, PrintWriter err) {
    this.accepted = accepted;
    this.terminal = terminal;
    this.in = in;
    this.err = err;
  }

  /** Asks on standard input. */
  static LicenceQuestion onStandardInput(boolean accepted, boolean terminal, PrintWriter err) {
    return new LicenceQuestion(
        accepted,
        terminal,
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        err);
  }

  @Override
  public boolean isGiven(String id, DatasetSource source) {
    err.println(id + " comes from " + source.homepage());
    err.println("  " + source.licence().strip());
    if (accepted) {
      return true;
    }
    if (terminal && isAnsweredWithYes()) {
      return true;
    }
    err.println(
        "segbench: the terms of "
            + id
            + " were not accepted, nothing was fetched; accept them with --accept-licence");
    return false;
  }

  private boolean isAnsweredWithYes() {
    err.print("Do you accept these terms? [y/N] ");
    err.flush();
    try {
      String answer = in.readLine();
      return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the answer from standard input", e);
    }
  }
}
