package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.config.ParityConfig;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.ParityResult;
import io.github.segbench.engine.result.ParityValue;
import io.github.segbench.engine.result.ParityValue.Measure;
import io.github.segbench.engine.result.TrialPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/** Compares the backends of each model and data set of a run on the same inputs. */
final class ParityRunner {
  private final ParityConfig config;
  private final TrialOpener opener;
  private final RunProgress progress;

  ParityRunner(ParityConfig config, TrialOpener opener, RunProgress progress) {
    this.config = config;
    this.opener = opener;
    this.progress = progress;
  }

  /**
   * @param trials those that ran to their end, in the order of the plan
   * @return one for each trial on another backend than the reference, if the reference is there
   * @throws CancellationException if the thread is interrupted
   */
  List<ParityResult> run(List<Trial> trials) {
    List<ParityResult> results = new ArrayList<>();
    for (Trial trial : trials) {
      Optional<Trial> reference = referenceOf(trial, trials);
      if (reference.isPresent() && !reference.get().equals(trial)) {
        String referenceName = name(reference.get(), trials);
        results.add(compare(reference.get(), referenceName, trial, name(trial, trials)));
      }
    }
    return results;
  }

  private Optional<Trial> referenceOf(Trial trial, List<Trial> trials) {
    return trials.stream()
        .filter(other -> isRival(trial, other))
        .filter(other -> config.reference().isEmpty() || config.isReference(other.backend()))
        .findFirst();
  }

  private static boolean isRival(Trial trial, Trial other) {
    return trial.model().equals(other.model()) && trial.dataset().equals(other.dataset());
  }

  /** The backend's label; of several with one label, which differ in their options, a number. */
  private static String name(Trial trial, List<Trial> trials) {
    String label = trial.backend().label();
    List<Trial> alike =
        trials.stream()
            .filter(other -> isRival(trial, other) && other.backend().label().equals(label))
            .toList();
    int place = alike.indexOf(trial);
    return place == 0 ? label : label + "-" + (place + 1);
  }

  private ParityResult compare(
      Trial reference, String referenceName, Trial other, String otherName) {
    List<ParityValue> values = new ArrayList<>();
    String problem = "";
    try (OpenTrial a = opener.open(reference);
        OpenTrial b = opener.open(other)) {
      List<Sample> samples = a.samples().subList(0, Math.min(config.images(), a.samples().size()));
      progress.phaseStarted(other, TrialPhase.PARITY, samples.size());
      for (Sample sample : samples) {
        values.addAll(
            PhaseBoundary.within(
                TrialPhase.PARITY,
                b::identity,
                "image " + sample.id() + ": ",
                () -> compare(sample, a, b)));
        progress.imageDone();
      }
    } catch (TrialSkippedException | TrialFailedException e) {
      problem = String.valueOf(e.getMessage());
    } finally {
      progress.phaseEnded();
    }
    return new ParityResult(
        reference.model().id(),
        reference.dataset().label(),
        referenceName,
        otherName,
        values,
        problem);
  }

  private List<ParityValue> compare(Sample sample, OpenTrial a, OpenTrial b) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the run was interrupted");
    }
    List<ParityValue> values = new ArrayList<>();
    try (ModelInput input = a.adapter().preprocess(List.of(sample.load().image()));
        InferenceOutputs ofA = a.session().run(input.tensors());
        InferenceOutputs ofB = b.session().run(input.tensors())) {
      Set<String> names = new TreeSet<>(ofA.tensors().keySet());
      names.addAll(ofB.tensors().keySet());
      for (String name : names) {
        double difference = difference(name, ofA.tensors(), ofB.tensors());
        values.add(
            new ParityValue(
                sample.id(), Measure.DIFFERENCE, name, difference, config.maxDifference()));
      }
      Segmentations labelsOfA = a.adapter().postprocess(ofA.tensors(), input.geometries()).get(0);
      Segmentations labelsOfB = b.adapter().postprocess(ofB.tensors(), input.geometries()).get(0);
      for (SegmentationTask task : labelsOfA.tasks()) {
        double agreement =
            LabelAgreement.of(labelsOfA.of(task).orElseThrow(), labelsOfB.of(task).orElseThrow());
        values.add(
            new ParityValue(
                sample.id(), Measure.AGREEMENT, task.id(), agreement, config.minAgreement()));
      }
    }
    return values;
  }

  /** Infinite if only one of them has the output. */
  private static double difference(String name, Map<String, Tensor> a, Map<String, Tensor> b) {
    Tensor x = a.get(name);
    Tensor y = b.get(name);
    return x == null || y == null ? Double.POSITIVE_INFINITY : TensorDifference.largest(x, y);
  }
}
