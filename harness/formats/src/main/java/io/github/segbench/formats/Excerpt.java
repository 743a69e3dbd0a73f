package io.github.segbench.formats;

/** Text from a file, made fit to stand in a message of one line. */
public final class Excerpt {
  private static final int LONGEST = 80;

  private Excerpt() {}

  /** The beginning of the text, with question marks in place of control characters. */
  public static String of(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return start.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?");
  }
}
