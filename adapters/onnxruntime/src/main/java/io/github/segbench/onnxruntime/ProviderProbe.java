package io.github.segbench.onnxruntime;

import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.ProviderStatus;
import io.github.segbench.api.option.Options;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds the execution providers that work: one counts only if a session with it gives the right
 * answer.
 */
final class ProviderProbe {
  private final BiConsumer<Device, Options> trial;

  /**
   * @param trial throws {@link BackendUnavailableException} for what does not work
   */
  ProviderProbe(BiConsumer<Device, Options> trial) {
    this.trial = trial;
  }

  List<ProviderStatus> probe() {
    return Arrays.stream(ExecutionProvider.values()).map(this::status).toList();
  }

  private ProviderStatus status(ExecutionProvider provider) {
    Device device = new Device(provider.device(), 0);
    Map<String, String> choice = Map.of(SessionSettings.PROVIDER, provider.id());
    try {
      trial.accept(device, new Options(SessionSettings.OPTIONS, choice));
      return new ProviderStatus(provider.id(), device, true, "gives the right answer");
    } catch (BackendUnavailableException e) {
      return new ProviderStatus(provider.id(), device, false, String.valueOf(e.getMessage()));
    }
  }
}
