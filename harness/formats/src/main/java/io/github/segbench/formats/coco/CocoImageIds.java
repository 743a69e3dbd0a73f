package io.github.segbench.formats.coco;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The numbers that images have in COCO files: the images' own where all of their names are numbers,
 * as those of COCO's files are ({@code 000000000139} is 139), else their places in the list, from
 * 1.
 */
public final class CocoImageIds {
  /** Fewer digits than a long has. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Map<String, Long> byName = new HashMap<>();
  private final Map<String, String> byNumber = new HashMap<>();

  private CocoImageIds(List<String> images, boolean numbers) {
    for (String image : images) {
      long id = numbers ? Long.parseLong(image) : byName.size() + 1L;
      byName.put(image, id);
      byNumber.put(Long.toString(id), image);
    }
  }

  /**
   * @param images their names, each once
   */
  public static CocoImageIds of(List<String> images) {
    boolean numbers =
        images.stream().allMatch(image -> NUMBER.matcher(image).matches())
            && images.stream().mapToLong(Long::parseLong).distinct().count() == images.size();
    return new CocoImageIds(images, numbers);
  }

  /**
   * The number of an image.
   *
   * @throws IllegalArgumentException if it is not in the list
   */
  public long of(String image) {
    Long id = byName.get(image);
    if (id == null) {
      throw new IllegalArgumentException("image " + image + " has no number");
    }
    return id;
  }

  /** The name of an image by its decimal number; the number itself if no image has it. */
  public String nameOf(String number) {
    return byNumber.getOrDefault(number, number);
  }
}
