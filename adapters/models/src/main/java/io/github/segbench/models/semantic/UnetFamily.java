package io.github.segbench.models.semantic;

import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import io.github.segbench.models.preprocessing.OverlapTile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * U-Nets: encoder and decoder with skip connections. Sides that must divide by the product of the
 * pooling strides are declared as {@code padMultiple}. Networks of valid convolutions, whose output
 * is smaller than their input, run tile by tile over the mirrored image.
 *
 * <p>Source: Ronneberger, Fischer, Brox, MICCAI 2015.
 */
public final class UnetFamily implements ModelFamily {
  private static final String TILE = "tile";
  private static final String BORDER = "border";

  /** One skip connection may be that of another network, such as DeepLabV3+. */
  private static final int LEAST_SKIPS = 2;

  private static final int LARGEST_TILE = 16_384;

  @Override
  public String id() {
    return "unet";
  }

  @Override
  public String description() {
    return "U-Nets: encoder and decoder with skip connections, one score map a class.";
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>(SemanticOptions.specs());
    options.add(
        OptionSpec.integer(
            TILE,
            0L,
            0,
            "Side of the input of a network whose output is smaller; 0 where it is not."));
    options.add(
        OptionSpec.integer(
            BORDER, 0L, 0, "Pixels by which the output of a tile is smaller on each side."));
    return List.copyOf(options);
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    int upsamplings =
        signature.count("ConvTranspose") + signature.count("Resize") + signature.count("Upsample");
    boolean skips = upsamplings >= LEAST_SKIPS && signature.count("Concat") == upsamplings;
    return SemanticSignature.of(signature).map(found -> fit(found, skips));
  }

  /**
   * @param skips whether every upsampling has a concatenation
   */
  private static FamilyFit fit(SemanticSignature found, boolean skips) {
    return found
        .tile()
        .map(
            tile ->
                found.fit(
                    "logits",
                    0.8,
                    Map.of(
                        TILE, Integer.toString(tile.tile()),
                        BORDER, Integer.toString(tile.border()))))
        .orElseGet(
            () -> found.fit("logits", skips || found.output().kind().isSigmoid() ? 0.6 : 0.3));
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    if (spec.options().integer(TILE) == 0 && spec.options().integer(BORDER) == 0) {
      return SemanticAdapter.of(spec);
    }
    OverlapTile tile = tile(spec);
    TiledModel model =
        new TiledModel(
            spec.id(),
            spec.preprocessing().inputName(),
            spec.preprocessing().layout(),
            spec.options().string(SemanticOptions.OUTPUT),
            SemanticOptions.layout(spec));
    return SemanticAdapter.of(
        spec.id(),
        new ImagePreprocessor(spec.id(), spec.preprocessing(), tile),
        SemanticOptions.decoder(spec, new OutputArea(tile.border())),
        network -> new TiledSession(network, tile, model));
  }

  private static OverlapTile tile(ModelSpec spec) {
    long tile = spec.options().integer(TILE);
    long border = spec.options().integer(BORDER);
    if (border < 1 || tile <= 2 * border || tile > LARGEST_TILE) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": tile is "
              + tile
              + " and border "
              + border
              + ", expected a border of at least 1 and a tile of more than twice that, at most "
              + LARGEST_TILE);
    }
    if (spec.preprocessing().padMultiple() != 1) {
      throw new ModelException(
          "model "
              + spec.id()
              + ": input.padMultiple is "
              + spec.preprocessing().padMultiple()
              + ", expected 1 with tiles, which are never padded");
    }
    return new OverlapTile((int) tile, (int) border);
  }
}
