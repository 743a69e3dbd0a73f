package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.report.ReportInput;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Names the trials of a report: as short as can be, but no two of one data set alike. */
public final class Entries {
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Entries() {}

  /** All trials of all runs in their order. */
  public static List<Entry> of(List<ReportInput> runs) {
    List<TrialIdentity> all =
        runs.stream()
            .flatMap(r -> r.result().trials().stream())
            .map(TrialResult::identity)
            .toList();
    boolean backends = differ(all, i -> i.backend() + " " + i.backendVersion());
    boolean devices = differ(all, TrialIdentity::device);
    boolean precisions = differ(all, TrialIdentity::precision);
    boolean ids = namesAreShared(all);
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> series = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (ReportInput run : runs) {
      for (TrialResult trial : run.result().trials()) {
        TrialIdentity identity = trial.identity();
        List<String> details = new ArrayList<>();
        if (backends) {
          details.add((identity.backend() + " " + identity.backendVersion()).strip());
        }
        if (devices) {
          details.add(identity.device());
        }
        if (precisions) {
          details.add(identity.precision());
        }
        if (runs.size() > 1) {
          details.add(origin(run.result(), runs));
        }
        String name = ids ? identity.modelId() : identity.modelName();
        String label = details.isEmpty() ? name : name + " (" + String.join(", ", details) + ")";
        label = numbered(label, data(identity), taken);
        int ink = series.computeIfAbsent(label, l -> series.size());
        entries.add(new Entry(run, trial, label, ink));
      }
    }
    return entries;
  }

  /** The run's name, or when it started (UTC) if another run has the same name. */
  private static String origin(RunResult run, List<ReportInput> runs) {
    long namesakes = runs.stream().filter(r -> r.result().name().equals(run.name())).count();
    return namesakes == 1 ? run.name() : START.format(run.started());
  }

  private static String numbered(String label, String data, Set<String> taken) {
    String unique = label;
    for (int i = 2; !taken.add(data + '\n' + unique); i++) {
      unique = label + " #" + i;
    }
    return unique;
  }

  private static String data(TrialIdentity identity) {
    return identity.datasetId() + '\n' + identity.split();
  }

  /** Whether two different models have one name. */
  private static boolean namesAreShared(List<TrialIdentity> all) {
    Map<String, String> idByName = new LinkedHashMap<>();
    return all.stream()
        .anyMatch(
            i -> {
              String other = idByName.putIfAbsent(i.modelName(), i.modelId());
              return other != null && !other.equals(i.modelId());
            });
  }

  private static boolean differ(List<TrialIdentity> all, Function<TrialIdentity, String> part) {
    return all.stream().map(part).distinct().count() > 1;
  }
}
