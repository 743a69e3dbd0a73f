package io.github.segbench.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A phase as a bar with rate and remaining time, for a terminal. */
final class PhaseBar implements PhaseMeter {
  private static final int REFRESH_MILLIS = 200;

  private final ProgressBar bar;

  PhaseBar(PrintStream terminal, String phase, int total) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("      " + phase)
            .setInitialMax(total)
            .setUnit(" images", 1)
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(terminal))
            .build();
  }

  @Override
  public void step() {
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }
}
