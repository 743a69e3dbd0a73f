package io.github.segbench.api.model;

import io.github.segbench.api.SegbenchException;

/** A model whose description or outputs do not fit its family; the message names the model. */
public final class ModelException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }
}
