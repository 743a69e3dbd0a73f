package io.github.segbench.engine.score;

import io.github.segbench.api.SegbenchException;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.parallel.ImageLoop;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Compares the stored predictions of one or more models with the ground truth, image by image. An
 * image's ground truth is decoded once for all of them.
 */
public final class Scorer {
  private final ScoreJob job;
  private final SegmentationTask task;
  private final List<String> images;
  private final VoidPrediction nothing;

  /** Of each candidate, the images that something is stored of. */
  private final List<Set<String>> stored;

  private final Runnable imageDone;

  /**
   * @param imageDone called after each image, by any of the threads
   */
  public Scorer(ScoreJob job, Runnable imageDone) {
    this.job = job;
    this.task = job.conventions().get(0).task();
    this.images = job.truth().segmentations().images();
    this.nothing = new VoidPrediction(job.truth().labels());
    this.stored = job.candidates().stream().map(c -> Set.copyOf(c.predictions().images())).toList();
    this.imageDone = imageDone;
  }

  /**
   * @return one for each candidate, in their order
   * @throws ScoreException naming the predictions and the image, if one is damaged or does not fit
   *     the ground truth, or predictions are of images that the ground truth lacks; of several the
   *     first image's
   */
  public List<ScoredCandidate> score() {
    job.candidates().forEach(this::requireKnownImages);
    List<CandidateScores> scores =
        new ImageLoop<>(this::emptyScores, this::score, Scorer::merge)
            .run(images.size(), Math.min(job.threads(), images.size()), "score");
    return IntStream.range(0, scores.size())
        .mapToObj(i -> ScoredCandidate.of(job, job.candidates().get(i), scores.get(i)))
        .toList();
  }

  private void requireKnownImages(Candidate candidate) {
    Set<String> known = new HashSet<>(images);
    List<String> extra =
        candidate.predictions().images().stream().filter(image -> !known.contains(image)).toList();
    if (!extra.isEmpty()) {
      throw new ScoreException(
          candidate.source()
              + ": a prediction for image "
              + extra.get(0)
              + (extra.size() > 1 ? " and " + (extra.size() - 1) + " more" : "")
              + ", of which there is no ground truth in "
              + job.truth().name()
              + subset());
    }
  }

  /** The other images may just not be among those that were chosen. */
  private String subset() {
    String subset = job.truth().subset();
    return subset == null ? "" : "; subset " + subset + " wants predictions of its images alone";
  }

  private List<CandidateScores> emptyScores() {
    return job.candidates().stream().map(candidate -> new CandidateScores(job)).toList();
  }

  private static void merge(List<CandidateScores> all, List<CandidateScores> part) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).merge(part.get(i));
    }
  }

  private void score(int image, List<CandidateScores> scores) {
    String id = images.get(image);
    Segmentations truth = truth(id);
    for (int i = 0; i < scores.size(); i++) {
      score(i, image, id, truth, scores.get(i));
    }
    imageDone.run();
  }

  private Segmentations truth(String id) {
    return job.truth()
        .segmentations()
        .read(id)
        .orElseThrow(() -> new ScoreException("the ground truth of image " + id + " is gone"));
  }

  private void score(int index, int image, String id, Segmentations truth, CandidateScores scores) {
    Candidate candidate = job.candidates().get(index);
    try {
      Optional<Segmentations> prediction = candidate.predictions().read(id);
      // A file that says that nothing was found has no size to make a segmentation of.
      if (prediction.isEmpty() && !stored.get(index).contains(id)) {
        if (job.strict()) {
          throw new ScoreException("there is no prediction");
        }
        scores.addMissing(image);
      }
      scores.add(
          image,
          truth,
          prediction.orElseGet(() -> nothing.of(task, truth.width(), truth.height())));
    } catch (SegbenchException e) {
      throw new ScoreException(candidate.source() + ", image " + id + ": " + e.getMessage(), e);
    }
  }
}
