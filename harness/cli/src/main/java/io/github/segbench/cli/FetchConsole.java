package io.github.segbench.cli;

import io.github.segbench.datasets.download.TransferProgress;
import io.github.segbench.datasets.fetch.FetchProgress;
import java.io.PrintWriter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Shows a person what a fetch does: a bar or lines for each step over a file. */
final class FetchConsole implements FetchProgress {
  private final PrintWriter err;
  private final boolean terminal;
  private final Clock clock;
  private @Nullable PhaseMeter meter;

  FetchConsole(PrintWriter err, boolean terminal, Clock clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void line(String text) {
    ended();
    err.println(text);
  }

  @Override
  public TransferProgress step(String step, String file) {
    ended();
    return new TransferProgress() {
      @Override
      public void started(long done, long total) {
        ended();
        meter =
            PhaseMeter.open(
                step + " " + file, PhaseUnit.MEGABYTES, done, total, err, terminal, clock);
      }

      @Override
      public void moved(long bytes) {
        if (meter != null) {
          meter.steps(bytes);
        }
      }
    };
  }

  @Override
  public void ended() {
    if (meter != null) {
      meter.close();
      meter = null;
    }
  }
}
