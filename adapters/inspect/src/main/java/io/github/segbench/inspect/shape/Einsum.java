package io.github.segbench.inspect.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A sum of products over named axes, such as {@code bij,bjk->bik}; without ellipses.
 *
 * @param sizes of all axes, by letter
 * @param letters of the output
 */
record Einsum(Map<Character, Long> sizes, String letters) {
  Einsum {
    sizes = Map.copyOf(sizes);
  }

  /** Empty if the equation is not understood or does not fit the inputs. */
  static Optional<Einsum> of(Operator operator) {
    String equation = operator.text("equation", "").replace(" ", "");
    if (!equation.matches("[A-Za-z]*(,[A-Za-z]*)*(->[A-Za-z]*)?")) {
      return Optional.empty();
    }
    int arrow = equation.indexOf("->");
    String[] terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
    Map<Character, Long> sizes = new HashMap<>();
    for (int i = 0; i < terms.length; i++) {
      Optional<List<Long>> dims = operator.input(i).dims();
      String term = terms[i];
      if (dims.isEmpty() || dims.get().size() != term.length()) {
        return Optional.empty();
      }
      for (int axis = 0; axis < term.length(); axis++) {
        sizes.merge(term.charAt(axis), dims.get().get(axis), Math::max);
      }
    }
    String letters =
        arrow < 0 ? lettersOfOne(String.join("", terms)) : equation.substring(arrow + 2);
    return letters.chars().allMatch(letter -> sizes.containsKey((char) letter))
        ? Optional.of(new Einsum(sizes, letters))
        : Optional.empty();
  }

  /** Without an arrow the output has the letters that occur once, in alphabetical order. */
  private static String lettersOfOne(String all) {
    StringBuilder once = new StringBuilder();
    for (int letter : new TreeSet<>(all.chars().boxed().toList())) {
      if (all.chars().filter(other -> other == letter).count() == 1) {
        once.append((char) letter);
      }
    }
    return once.toString();
  }

  List<Long> output() {
    return letters
        .chars()
        .mapToObj(letter -> sizes.getOrDefault((char) letter, Dims.UNKNOWN))
        .toList();
  }

  /** One for each combination of all axes. */
  long products() {
    return Dims.product(List.copyOf(sizes.values()));
  }
}
