package io.github.segbench.engine.run;

import io.github.segbench.api.SegbenchException;
import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.engine.result.TrialPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes every image of a trial through decoding, preprocessing, inference, postprocessing and
 * scoring.
 *
 * <p>Each thread takes one image all the way before it takes the next, so there are never more
 * images in memory than threads. While one of them is in the network, the others decode, prepare
 * and score; that is how the stages overlap. A thread scores into accumulators of its own, which
 * are merged at the end. Runs once.
 */
final class ImagePipeline {
  private final OpenTrial trial;
  private final Predictor predictor;
  private final Supplier<TrialScores> emptyScores;
  private final Runnable imageDone;
  private final AtomicInteger next = new AtomicInteger();

  /** Images from here on are left alone: the number of images, or the first that failed. */
  private volatile int end;

  private @Nullable SegbenchException failure;

  /**
   * @param emptyScores called once for each thread
   * @param imageDone called by any of the threads
   */
  ImagePipeline(OpenTrial trial, Supplier<TrialScores> emptyScores, Runnable imageDone) {
    this.trial = trial;
    this.predictor = new Predictor(trial);
    this.emptyScores = emptyScores;
    this.imageDone = imageDone;
    this.end = trial.samples().size();
  }

  /**
   * Returns when no thread works any more, however it ends.
   *
   * @param threads at least 1
   * @return the scores of all images
   * @throws TrialFailedException naming the first image, in the order of the split, that failed
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  TrialScores run(int threads) {
    AtomicInteger number = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, work -> new Thread(work, "accuracy-" + number.incrementAndGet()));
    try {
      List<Future<TrialScores>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(pool.submit(this::scoreImages));
      }
      TrialScores total = emptyScores.get();
      for (Future<TrialScores> part : parts) {
        total.merge(part.get());
      }
      rethrowFailure();
      return total;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted in trial " + trial.trial().id());
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a thread of the accuracy phase broke: " + PhaseBoundary.oneLine(e), e.getCause());
    } finally {
      end = 0;
      pool.shutdownNow();
      awaitEnd(pool);
    }
  }

  /** What one thread does. */
  private TrialScores scoreImages() {
    TrialScores scores = emptyScores.get();
    for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
      int image = i;
      Sample sample = trial.samples().get(image);
      try {
        PhaseBoundary.within(
            TrialPhase.ACCURACY,
            trial::identity,
            "image " + sample.id() + ": ",
            () -> score(sample, image, scores));
      } catch (SegbenchException e) {
        stopBefore(image, e);
      }
    }
    return scores;
  }

  private TrialScores score(Sample sample, int image, TrialScores scores) {
    AnnotatedImage annotated = sample.load();
    scores.add(image, annotated.groundTruth(), predictor.predict(annotated.image()));
    imageDone.run();
    return scores;
  }

  /**
   * Images before this one are still scored, because other threads have taken them: so it is always
   * the first image that fails which is reported.
   */
  private synchronized void stopBefore(int image, SegbenchException thrown) {
    if (image < end) {
      end = image;
      failure = thrown;
    }
  }

  private synchronized void rethrowFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  /** The session must not be closed under a thread that is in it. */
  private static void awaitEnd(ExecutorService pool) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
