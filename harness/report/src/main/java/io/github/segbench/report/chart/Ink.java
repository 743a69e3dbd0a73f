package io.github.segbench.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A colour with a role. On a page it follows the page's theme through a CSS variable; in a file it
 * is what it is on white.
 *
 * @param variable the CSS variable's name without dashes, such as {@code chart-text}
 * @param rgb 0xRRGGBB on white
 */
public record Ink(String variable, int rgb) {
  public static final Ink TEXT = new Ink("chart-text", 0x1f2933);
  public static final Ink MUTED = new Ink("chart-muted", 0x5b6672);
  public static final Ink GRID = new Ink("chart-grid", 0xe1e5ea);
  public static final Ink PAPER = new Ink("chart-paper", 0xfffffe);
  public static final Ink SHADE = new Ink("chart-shade", 0x0b5395);

  /**
   * Okabe and Ito, "Color Universal Design" (2008), without black and with the yellow, which is
   * faint on white, last.
   */
  private static final List<Integer> OKABE_ITO =
      List.of(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0xc9b800);

  /** The same hues, dark, for the series that come after those; lines are dashed as well. */
  private static final List<Integer> DEEP =
      List.of(0x00324f, 0x7a2f00, 0x00513b, 0x7a2a54, 0x805700, 0x4a6f8a, 0x5c5400);

  /** Light to dark, with the third, inference, standing out; told apart by lightness alone. */
  private static final List<Integer> STAGES =
      List.of(0xb8c4cf, 0x8a9aa9, 0x0b5394, 0x74a9d8, 0x3f4d5a);

  /** All inks that a chart can have. */
  public static List<Ink> all() {
    List<Ink> inks = new ArrayList<>(List.of(TEXT, MUTED, GRID, PAPER, SHADE));
    for (int i = 0; i < OKABE_ITO.size() + DEEP.size(); i++) {
      inks.add(series(i));
    }
    for (int i = 0; i < STAGES.size(); i++) {
      inks.add(stage(i));
    }
    return List.copyOf(inks);
  }

  /** The ink of a stage of the way from an image to its segmentation, 0..4. */
  public static Ink stage(int index) {
    return new Ink("stage-" + (index + 1), STAGES.get(index));
  }

  /**
   * The ink of a series; the first seven are safe for colour-blind readers, the next seven are the
   * same hues, dark. Repeats after fourteen.
   */
  public static Ink series(int index) {
    int hue = index % OKABE_ITO.size();
    return isDeep(index)
        ? new Ink("series-" + (OKABE_ITO.size() + hue + 1), DEEP.get(hue))
        : new Ink("series-" + (hue + 1), OKABE_ITO.get(hue));
  }

  /** Whether a series has the second ink of its hue, so that its lines are dashed. */
  static boolean isDeep(int index) {
    return index / OKABE_ITO.size() % 2 == 1;
  }

  /** The colour as {@code #rrggbb}. */
  public String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /** The colour for a page: the theme's, or {@link #hex()} where there is no theme. */
  public String css() {
    return "var(--" + variable + ", " + hex() + ")";
  }

  Color colour() {
    return new Color(rgb);
  }
}
