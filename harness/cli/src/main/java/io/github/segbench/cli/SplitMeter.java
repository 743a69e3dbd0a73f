package io.github.segbench.cli;

import io.github.segbench.engine.dataset.DatasetProgress;
import java.io.PrintWriter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Shows how far the reading of a split has come. */
final class SplitMeter implements DatasetProgress {
  private final String what;
  private final PrintWriter err;
  private final boolean terminal;
  private volatile @Nullable PhaseMeter meter;

  /**
   * @param what is done to which data set
   */
  SplitMeter(String what, PrintWriter err, boolean terminal) {
    this.what = what;
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void splitStarted(String split, int images) {
    meter = PhaseMeter.open(what + " " + split, images, err, terminal, Clock.systemUTC());
  }

  @Override
  public void imageDone() {
    PhaseMeter open = meter;
    if (open != null) {
      open.step();
    }
  }

  @Override
  public void splitEnded() {
    PhaseMeter open = meter;
    if (open != null) {
      open.close();
      meter = null;
    }
  }
}
