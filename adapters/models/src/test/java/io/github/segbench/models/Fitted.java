package io.github.segbench.models;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.OptionType;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network that its family recognised by the signature alone.
 *
 * @param signature as the backend gives it
 */
public record Fitted(
    ModelFamily family, InferenceSession session, NetworkSignature signature, FamilyFit fit) {

  /** Fails if the family does not recognise the network. */
  public static Fitted of(ModelFamily family, InferenceSession session) {
    NetworkSignature signature = new NetworkSignature(session.inputs(), session.outputs());
    return new Fitted(family, session, signature, family.fit(signature).orElseThrow());
  }

  /** Runs the network on a black image and decodes what it gives as the fit says. */
  public Segmentations decode(LabelSet labels, Preprocessing input, int width, int height) {
    ModelAdapter adapter = family.adapterFor(Specs.of(family, labels, input, options()));
    RgbImage image = new RgbImage(width, height, new byte[width * height * RgbImage.CHANNELS]);
    try (ModelInput tensors = adapter.preprocess(List.of(image));
        InferenceOutputs outputs = session.run(tensors.tensors())) {
      return adapter.postprocess(outputs.tensors(), tensors.geometries()).get(0);
    }
  }

  /** The fit's options as a YAML reader would give them. */
  private Map<String, Object> options() {
    Map<String, Object> options = new HashMap<>();
    for (OptionSpec spec : family.options()) {
      String text = fit.options().get(spec.name());
      if (text != null) {
        options.put(
            spec.name(), spec.type() == OptionType.INTEGER ? (Object) Long.valueOf(text) : text);
      }
    }
    return options;
  }
}
