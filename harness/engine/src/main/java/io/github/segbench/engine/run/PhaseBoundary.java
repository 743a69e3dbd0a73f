package io.github.segbench.engine.run;

import io.github.segbench.api.SegbenchException;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialPhase;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * The one place where whatever goes wrong in a trial becomes a {@link TrialSkippedException} or a
 * {@link TrialFailedException}, so that the other trials of the run go on.
 */
final class PhaseBoundary {
  private PhaseBoundary() {}

  /**
   * Does a phase's work.
   *
   * @param identity asked only when something goes wrong
   * @throws TrialSkippedException if the backend is not there, or the work says so itself
   * @throws TrialFailedException for everything else but the user's wish to stop
   * @throws CancellationException if the run is interrupted
   */
  static <T> T within(TrialPhase phase, Supplier<TrialIdentity> identity, Supplier<T> work) {
    return within(phase, identity, "", work);
  }

  /**
   * Does a part of a phase's work.
   *
   * @param where begins the message of whatever goes wrong
   */
  static <T> T within(
      TrialPhase phase, Supplier<TrialIdentity> identity, String where, Supplier<T> work) {
    try {
      return work.get();
    } catch (TrialSkippedException | TrialFailedException | CancellationException e) {
      throw e;
    } catch (BackendUnavailableException e) {
      throw new TrialSkippedException(identity.get(), where + oneLine(e));
    } catch (SegbenchException e) {
      throw new TrialFailedException(identity.get(), phase, where + oneLine(e), e);
    } catch (RuntimeException | Error e) {
      // A plugin's defect, or memory that ran out: it must not take the other trials with it.
      throw new TrialFailedException(identity.get(), phase, where + describe(e), e);
    }
  }

  /** What a user sees of an exception that was not written for users: its type and message. */
  static String describe(Throwable thrown) {
    String type = thrown.getClass().getSimpleName();
    return thrown.getMessage() == null ? type : type + ": " + oneLine(thrown);
  }

  /** The message with every run of white space made one blank. */
  static String oneLine(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
