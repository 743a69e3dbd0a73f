package io.github.segbench.engine.result;

import io.github.segbench.engine.result.ParityValue.Measure;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How far two backends agree on one model and the first images of one data set.
 *
 * @param dataset its label, such as {@code shapes-test}
 * @param reference label of the backend that the other is compared with
 * @param values image by image; those before the problem if there was one
 * @param problem why it could not be compared; empty if it was
 */
public record ParityResult(
    String model,
    String dataset,
    String reference,
    String backend,
    List<ParityValue> values,
    String problem) {
  public ParityResult {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(problem, "problem");
    values = List.copyOf(values);
  }

  /** Whether it was compared and every limit is kept. */
  public boolean passed() {
    return problem.isEmpty() && values.stream().allMatch(ParityValue::passed);
  }

  public int images() {
    return (int) values.stream().map(ParityValue::image).distinct().count();
  }

  /** Of any output and image; empty if nothing was compared. */
  public OptionalDouble largestDifference() {
    return of(Measure.DIFFERENCE).max();
  }

  /** Of any task and image; empty if nothing was compared. */
  public OptionalDouble lowestAgreement() {
    return of(Measure.AGREEMENT).min();
  }

  private DoubleStream of(Measure measure) {
    return values.stream()
        .filter(value -> value.measure() == measure)
        .mapToDouble(ParityValue::value);
  }
}
