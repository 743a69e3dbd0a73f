package io.github.segbench.datasets.coco;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image as a JSON file or a folder lists it.
 *
 * @param id its id in the JSON file as text, mostly a number; where there is no JSON file, the name
 *     of the image without its ending
 * @param fileName in the folder of images
 */
record ImageEntry(String id, String fileName) {
  /** By ascending number, as COCO's tools go; names come after, in their own order. */
  static final Comparator<ImageEntry> ORDER =
      Comparator.comparingLong(ImageEntry::number).thenComparing(ImageEntry::id);

  /** Numbers that a long holds. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private static final Pattern LAST_DIGITS = Pattern.compile("[0-9]{1,18}$");

  private long number() {
    return NUMBER.matcher(id).matches() ? Long.parseLong(id) : Long.MAX_VALUE;
  }

  /** The file's name without folder and ending. */
  String name() {
    return name(fileName);
  }

  static String name(String fileName) {
    String name = fileName.substring(fileName.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * The id of the sample: the number that the image has in the JSON file, so that results under
   * such numbers are of this image. It is written as at the end of the file's name if it stands
   * there ({@code 000000000139}).
   */
  String sampleId() {
    Matcher digits = LAST_DIGITS.matcher(name());
    boolean written = digits.find() && Long.parseLong(digits.group()) == number();
    return written ? digits.group() : id;
  }
}
