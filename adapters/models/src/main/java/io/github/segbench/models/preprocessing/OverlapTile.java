package io.github.segbench.models.preprocessing;

/**
 * The overlap-tile strategy for networks of valid convolutions, whose output is smaller than their
 * input: a tile of the input gives the classes of its middle, and neighbouring tiles overlap by
 * what is lost, so that their outputs lie side by side.
 *
 * <p>Source: Ronneberger, Fischer, Brox, MICCAI 2015, figure 2: 572 in, 388 out, so a border of 92.
 *
 * @param tile side of the network's input, in pixels
 * @param border pixels lost on each side
 */
public record OverlapTile(int tile, int border) {
  public OverlapTile {
    if (border < 1 || tile <= 2 * border) {
      throw new IllegalArgumentException("impossible tile of " + tile + ", border " + border);
    }
  }

  /** Side of a tile's output. */
  public int outputSide() {
    return tile - 2 * border;
  }

  /** Side of an input whose tiles cover an image with the given side: whole tiles. */
  public int inputSide(int imageSide) {
    int tiles = (imageSide + outputSide() - 1) / outputSide();
    return tiles * outputSide() + 2 * border;
  }
}
