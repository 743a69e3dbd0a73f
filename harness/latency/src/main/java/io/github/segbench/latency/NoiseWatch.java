package io.github.segbench.latency;

import io.github.segbench.engine.machine.Activity;
import io.github.segbench.engine.machine.MachineProbe;
import io.github.segbench.engine.result.Conditions;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Looks at what else the machine does around the timings of one trial. */
final class NoiseWatch {
  /** Fifty ticks of the clock that the kernel counts by, on each processor. */
  private static final long LOOK_MILLIS = 500;

  private final Supplier<Activity> machine;
  private final Activity start;
  private final Conditions.State before;

  private NoiseWatch(Supplier<Activity> machine, Activity start, Conditions.State before) {
    this.machine = machine;
    this.start = start;
    this.before = before;
  }

  /** Lets time pass in which segbench does nothing. */
  interface Pause {
    void take() throws InterruptedException;
  }

  /** Looks at this machine for half a second. */
  static NoiseWatch start() {
    return start(new MachineProbe()::activity, () -> Thread.sleep(LOOK_MILLIS));
  }

  /**
   * @throws CancellationException if the thread is interrupted in its pause; it stays so
   */
  static NoiseWatch start(Supplier<Activity> machine, Pause pause) {
    Activity first = machine.get();
    try {
      pause.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted before the timings");
    }
    Activity second = machine.get();
    return new NoiseWatch(machine, second, state(first, second));
  }

  /** What was seen; the timings are over and their forks have ended. */
  Conditions stop() {
    return new Conditions(before, state(start, machine.get()));
  }

  private static Conditions.State state(Activity from, Activity to) {
    return new Conditions.State(
        to.load(),
        to.processors().othersSince(from.processors()),
        to.processors().stealSince(from.processors()),
        to.governors());
  }
}
