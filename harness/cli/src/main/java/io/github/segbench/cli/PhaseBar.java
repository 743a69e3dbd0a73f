package io.github.segbench.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A phase as a bar with rate and remaining time, for a terminal. */
final class PhaseBar implements PhaseMeter {
  private static final int REFRESH_MILLIS = 200;

  private final ProgressBar bar;

  /**
   * @param total 0 if not known
   */
  PhaseBar(PrintStream terminal, String phase, PhaseUnit unit, long done, long total) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("      " + phase)
            .setInitialMax(total == 0 ? -1 : total)
            .startsFrom(done, Duration.ZERO)
            .setUnit(" " + unit.name(), unit.steps())
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(terminal))
            .build();
  }

  @Override
  public void steps(long count) {
    bar.stepBy(count);
  }

  @Override
  public void close() {
    bar.close();
  }
}
