package io.github.segbench.report.chart;

/**
 * How wide letters are without asking a font: those of Helvetica, which Arial and Liberation Sans
 * have too (Adobe Core 14 AFM files, Helvetica.afm).
 */
final class LetterWidths {
  private static final int FIRST = ' ';

  /** Of the letters from the space to the tilde, in thousandths of the font size. */
  private static final int[] ASCII = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
  };

  /** Wide enough for most letters with accents, Greek and Cyrillic ones. */
  private static final int OTHER = 667;

  /** From here on, roughly, letters fill a square: Hangul, kana, Chinese. */
  private static final int FIRST_SQUARE = 0x1100;

  private static final int SQUARE = 1000;

  private LetterWidths() {}

  /** The width of a text in font sizes. */
  static double of(String words) {
    return words.codePoints().map(LetterWidths::thousandths).sum() / 1000.0;
  }

  private static int thousandths(int letter) {
    if (letter >= FIRST && letter - FIRST < ASCII.length) {
      return ASCII[letter - FIRST];
    }
    boolean square = letter >= FIRST_SQUARE && !isPunctuation(letter);
    return letter == '…' || square ? SQUARE : OTHER;
  }

  private static boolean isPunctuation(int letter) {
    return letter >= 0x2000 && letter < 0x2070;
  }
}
