package io.github.segbench.models.semantic;

import java.util.stream.Stream;

/** What the output of a semantic network holds. */
enum OutputKind {
  /** One channel a class; the highest wins. */
  LOGITS("logits"),
  /** The same after a softmax. */
  PROBABILITIES("probabilities"),
  /** The index of the best class. */
  ARGMAX("argmax"),
  /** One channel for two classes, before the sigmoid. */
  SIGMOID_LOGITS("sigmoid-logits"),
  /** The same after the sigmoid. */
  SIGMOID_PROBABILITIES("sigmoid-probabilities");

  private final String id;

  OutputKind(String id) {
    this.id = id;
  }

  /**
   * @param id one of {@link #id}
   */
  static OutputKind of(String id) {
    return Stream.of(values()).filter(kind -> kind.id.equals(id)).findFirst().orElseThrow();
  }

  /** The value in YAML. */
  String id() {
    return id;
  }

  /** Whether one channel tells foreground from background. */
  boolean isSigmoid() {
    return this == SIGMOID_LOGITS || this == SIGMOID_PROBABILITIES;
  }
}
