package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.Scenario;
import io.github.segbench.engine.result.ScenarioResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts a model through its scenarios, one after the other. */
final class ScenarioRun {
  /** Of the median latency of single images; a server's bound where none is given. */
  private static final int DEFAULT_BOUND = 10;

  private static final double NANOS_PER_MILLI = 1e6;

  private final ScenarioSettings settings;
  private final int images;
  private final ImageWork work;
  private final Workers workers;
  private final List<String> log = new ArrayList<>();
  private @Nullable QueryTimes single;
  private @Nullable OfflineLoad offline;

  /**
   * @param images number of different ones
   * @param workers as many as the settings say
   */
  ScenarioRun(ScenarioSettings settings, int images, ImageWork work, Workers workers) {
    this.settings = settings;
    this.images = images;
    this.work = work;
    this.workers = workers;
  }

  List<ScenarioResult> measure() {
    warmUp();
    List<ScenarioResult> results = new ArrayList<>();
    for (Scenario scenario : settings.scenarios()) {
      results.add(
          switch (scenario) {
            case SINGLE_STREAM -> singleStream();
            case MULTI_STREAM -> multiStream();
            case OFFLINE -> offline();
            case SERVER -> server();
          });
    }
    return results;
  }

  /** Lines on how it came to the results. */
  List<String> log() {
    return List.copyOf(log);
  }

  /** With batches of every size that follows: a network may be slow at the first of each. */
  private void warmUp() {
    List<Consumer<Duration>> loads = new ArrayList<>();
    loads.add(this::singleImages);
    loads.add(time -> OfflineLoad.run(time, settings.batch(), workers, work));
    if (settings.scenarios().contains(Scenario.MULTI_STREAM)) {
      loads.add(this::multiStreamQueries);
    }
    Duration share = settings.warmup().dividedBy(loads.size());
    loads.forEach(load -> load.accept(share));
  }

  private ScenarioResult singleStream() {
    QueryTimes times = single();
    Percentiles percentiles = times.percentiles();
    return result(Scenario.SINGLE_STREAM, 1, 1, 1, times, percentiles.p90());
  }

  private ScenarioResult multiStream() {
    QueryTimes times = multiStreamQueries(settings.config().time());
    Percentiles percentiles = times.percentiles();
    return result(
        Scenario.MULTI_STREAM,
        settings.config().imagesPerQuery(),
        settings.threads(),
        settings.multiStreamBatch(),
        times,
        percentiles.p99());
  }

  private QueryTimes multiStreamQueries(Duration time) {
    int size = settings.config().imagesPerQuery();
    int batch = settings.multiStreamBatch();
    return ClosedLoop.run(
        time,
        query -> {
          List<Runnable> runs = new ArrayList<>();
          for (int done = 0; done < size; done += batch) {
            long first = query * size + done;
            int count = Math.min(batch, size - done);
            runs.add(() -> work.segment(first, count));
          }
          workers.all(runs);
        });
  }

  private ScenarioResult offline() {
    OfflineLoad load = offlineLoad();
    return new ScenarioResult(
        Scenario.OFFLINE,
        images,
        1,
        settings.threads(),
        settings.batch(),
        load.images(),
        load.seconds(),
        load.imagesPerSecond(),
        null,
        null);
  }

  private ScenarioResult server() {
    Duration given = settings.config().serverBound();
    long bound = given == null ? DEFAULT_BOUND * single().nanos(50) : given.toNanos();
    ServerSearch search = new ServerSearch(new OpenLoop(workers, work), settings.config().time());
    Optional<ServerSearch.Kept> kept = search.highest(mostQueriesPerSecond(), bound);
    log.addAll(search.log());
    return new ScenarioResult(
        Scenario.SERVER,
        images,
        1,
        settings.threads(),
        1,
        kept.map(k -> k.times().count()).orElse(0),
        kept.map(k -> k.times().seconds()).orElse(0.0),
        kept.map(ServerSearch.Kept::perSecond).orElse(null),
        kept.map(k -> k.times().percentiles()).orElse(null),
        bound / NANOS_PER_MILLI);
  }

  /** A server's queries have one image each, so they cannot be batched. */
  private double mostQueriesPerSecond() {
    OfflineLoad load =
        settings.batch() == 1
            ? offlineLoad()
            : OfflineLoad.run(settings.config().time().dividedBy(2), 1, workers, work);
    return load.imagesPerSecond();
  }

  private QueryTimes single() {
    if (single == null) {
      single = singleImages(settings.config().time());
    }
    return single;
  }

  private QueryTimes singleImages(Duration time) {
    return ClosedLoop.run(time, query -> work.segment(query, 1));
  }

  private OfflineLoad offlineLoad() {
    if (offline == null) {
      offline = OfflineLoad.run(settings.config().time(), settings.batch(), workers, work);
    }
    return offline;
  }

  private ScenarioResult result(
      Scenario scenario,
      int imagesPerQuery,
      int threads,
      int batch,
      QueryTimes times,
      double score) {
    return new ScenarioResult(
        scenario,
        images,
        imagesPerQuery,
        threads,
        batch,
        times.count(),
        times.seconds(),
        score,
        times.percentiles(),
        null);
  }
}
