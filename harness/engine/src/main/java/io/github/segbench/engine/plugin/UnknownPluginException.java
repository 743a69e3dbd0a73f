package io.github.segbench.engine.plugin;

import io.github.segbench.api.SegbenchException;

/** A plugin id that nothing on the class path answers to, or that two plugins claim. */
public final class UnknownPluginException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public UnknownPluginException(String message) {
    super(message);
  }
}
