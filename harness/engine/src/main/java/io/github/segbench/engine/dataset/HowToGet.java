package io.github.segbench.engine.dataset;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.engine.config.DatasetCard;

/** The advice on how a data set that is not here can be had. */
public final class HowToGet {
  private HowToGet() {}

  /** A part of a sentence, such as {@code './segbench datasets fetch camvid' downloads it}. */
  public static String of(DatasetCard card) {
    return card.origin()
        .map(source -> of(card.config().id(), source))
        .orElse("its file does not say where it can be had");
  }

  private static String of(String id, DatasetSource source) {
    if (source.accountNeeded().isPresent()) {
      String account = source.accountNeeded().get() + " (" + source.homepage() + ")";
      return source.files().isEmpty()
          ? account
          : account + "; './segbench datasets fetch " + id + "' says where to put the files";
    }
    boolean downloadable =
        !source.files().isEmpty()
            && source.files().stream().allMatch(file -> file.location().isPresent());
    return downloadable
        ? "'./segbench datasets fetch " + id + "' downloads it"
        : "see " + source.homepage();
  }
}
