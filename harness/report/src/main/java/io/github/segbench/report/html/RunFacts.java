package io.github.segbench.report.html;

import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.html.Page.Fact;
import io.github.segbench.report.html.Page.RunView;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands under "Reproduce" of one run: the command, the configuration, the machine. */
final class RunFacts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final double GIBIBYTE = 1L << 30;
  private static final int HASH_DIGITS = 12;

  private RunFacts() {}

  static RunView of(ReportInput input) {
    RunResult result = input.result();
    Environment environment = result.environment();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Started", TIME.format(result.started())));
    facts.add(new Fact("Took", took(Duration.between(result.started(), result.finished()))));
    facts.add(new Fact("CPU", environment.cpu() + ", " + environment.cores() + " cores"));
    facts.add(
        new Fact(
            "Memory",
            String.format(Locale.ROOT, "%.1f GiB", environment.memoryBytes() / GIBIBYTE)));
    facts.add(new Fact("System", environment.os()));
    facts.add(new Fact("Java", environment.jvm()));
    facts.add(new Fact("Backends", backends(result)));
    if (environment.loadAverage() >= 0) {
      facts.add(
          new Fact(
              "Load at the start",
              String.format(
                  Locale.ROOT,
                  "%.2f on %d cores",
                  environment.loadAverage(),
                  environment.cores())));
    }
    String hash = environment.commit();
    String commit =
        hash.isEmpty() ? "" : " (" + hash.substring(0, Math.min(HASH_DIGITS, hash.length())) + ")";
    facts.add(new Fact("segbench", environment.segbenchVersion() + commit));
    return new RunView(
        result.name(), TIME.format(result.started()), result.command(), result.configYaml(), facts);
  }

  private static String backends(RunResult result) {
    return result.trials().stream()
        .map(TrialResult::identity)
        .map(RunFacts::backend)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** Stored predictions have neither version nor device nor precision. */
  private static String backend(TrialIdentity identity) {
    return Stream.of(
            (identity.backend() + " " + identity.backendVersion()).strip(),
            identity.device(),
            identity.precision())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String took(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
