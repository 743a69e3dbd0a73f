package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.result.GalleryImage;
import io.github.segbench.engine.result.GalleryImage.Role;
import io.github.segbench.engine.result.RunFolder;
import io.github.segbench.metrics.evaluation.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder {@code gallery/} of a run. Images and ground truth are kept once for all trials of a
 * data set, predictions for each trial, and so is the ground truth of one whose model lacks some
 * categories.
 */
public final class StoredGallery implements Gallery {
  /** Instances that a model is less sure of would hide the others. */
  private static final double LEAST_SCORE_SHOWN = 0.5;

  private static final int LONGEST_NAME = 120;
  private static final int FINGERPRINT_DIGITS = 8;

  private final RunFolder folder;

  public StoredGallery(RunFolder folder) {
    this.folder = folder;
  }

  /** Runs the chosen images through the network once more, one at a time. */
  @Override
  public List<GalleryImage> keep(OpenTrial trial, List<Evaluation> evaluations) {
    Optional<Evaluation> shown = shown(evaluations);
    if (shown.isEmpty()) {
      return List.of();
    }
    GallerySelection selection = GallerySelection.of(shown.get(), trial.samples().size());
    Predictor predictor = new Predictor(trial);
    List<GalleryImage> kept = new ArrayList<>();
    selection
        .roles()
        .forEach(
            (image, roles) ->
                kept.add(keep(trial, shown.get().task(), predictor, selection, image, roles)));
    return kept;
  }

  /** The task that says most about an image. */
  private static Optional<Evaluation> shown(List<Evaluation> evaluations) {
    return Stream.of(
            SegmentationTask.PANOPTIC, SegmentationTask.SEMANTIC, SegmentationTask.INSTANCE)
        .flatMap(task -> evaluations.stream().filter(e -> e.task() == task))
        .findFirst();
  }

  private GalleryImage keep(
      OpenTrial trial,
      SegmentationTask task,
      Predictor predictor,
      GallerySelection selection,
      int image,
      List<Role> roles) {
    Sample sample = trial.samples().get(image);
    AnnotatedImage annotated = sample.load();
    Segmentations known = trial.mapping().restrict(annotated.groundTruth());
    SegmentPicture truth = picture(trial, task, known);
    SegmentPicture prediction = picture(trial, task, predictor.predict(annotated.image(), known));
    String name = image + "-" + fileName(sample.id());
    String shared = "gallery/" + dataFolder(trial);
    String imageFile = shared + "/" + name + ".png";
    String own = "gallery/" + trial.identity().id();
    String labels = fileName(trial.dataset().labels().id());
    // Ground truth without the categories that a model lacks is for that model alone.
    String truthFile =
        (trial.mapping().leftOut().isEmpty() ? shared : own)
            + "/"
            + name
            + "-"
            + labels
            + "-"
            + task.id()
            + ".png";
    String predictionFile = own + "/" + name + ".png";
    if (!folder.has(imageFile)) {
      folder.write(imageFile, png(annotated));
    }
    if (!folder.has(truthFile)) {
      folder.write(truthFile, truth.png());
    }
    folder.write(predictionFile, prediction.png());
    return new GalleryImage(
        sample.id(),
        task,
        roles,
        selection.metric(),
        selection.values().get(image),
        imageFile,
        truthFile,
        predictionFile,
        truth.categories(),
        prediction.categories());
  }

  private static SegmentPicture picture(
      OpenTrial trial, SegmentationTask task, Segmentations segmentations) {
    LabelSet labels = trial.labels();
    Segmentation segmentation = segmentations.of(task).orElseThrow();
    return SegmentPicture.of(segmentation, labels, LEAST_SCORE_SHOWN);
  }

  private static byte[] png(AnnotatedImage annotated) {
    try {
      return ImageCodec.encodePng(annotated.image());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two data sets of one id and split, of different sizes say, have a folder each. */
  private static String dataFolder(OpenTrial trial) {
    Dataset dataset = trial.dataset();
    String fingerprint =
        Optional.ofNullable(trial.identity().datasetFingerprint()).orElseGet(dataset::fingerprint);
    String content = fingerprint.substring(0, FINGERPRINT_DIGITS);
    return fileName(dataset.id() + "-" + dataset.split()) + "-" + content;
  }

  private static String fileName(String id) {
    String safe = id.replaceAll("[^A-Za-z0-9._-]", "-");
    return safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
  }
}
