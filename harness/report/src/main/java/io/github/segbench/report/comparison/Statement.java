package io.github.segbench.report.comparison;

import java.util.Objects;

/**
 * A sentence of a report's answer.
 *
 * @param subject what it is about, to be set in bold; may be empty
 * @param rest the sentence goes on
 */
public record Statement(String subject, String rest) {
  public Statement {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(rest, "rest");
  }
}
