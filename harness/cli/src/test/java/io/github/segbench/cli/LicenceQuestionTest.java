package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.dataset.DatasetSource;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LicenceQuestionTest {
  private static final DatasetSource SOURCE =
      new DatasetSource(URI.create("https://example.org"), "For research.", null, List.of());

  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "Y\n", " yes \n", "YES"})
  void yesIsConsent(String answer) {
    assertThat(asked(false, true, answer)).isTrue();
    assertThat(err.toString()).contains("https://example.org", "For research.", "[y/N]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "n\n", "yep\n", "j\n"})
  void anythingElseIsNone(String answer) {
    assertThat(asked(false, true, answer)).isFalse();
    assertThat(err.toString()).contains("--accept-licence");
  }

  @Test
  void nobodyIsAskedWithoutATerminal() {
    assertThat(asked(false, false, "y\n")).isFalse();
    assertThat(err.toString()).doesNotContain("[y/N]").contains("--accept-licence");
  }

  @Test
  void optionIsConsentAndTheTermsAreShown() {
    assertThat(asked(true, false, "")).isTrue();
    assertThat(err.toString()).contains("For research.").doesNotContain("[y/N]");
  }

  private boolean asked(boolean accepted, boolean terminal, String answer) {
    return new LicenceQuestion(
            accepted,
            terminal,
            new BufferedReader(new StringReader(answer)),
            new PrintWriter(err, true))
        .isGiven("set", SOURCE);
  }
}
