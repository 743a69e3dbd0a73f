package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.labels.LabelFolder;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Folders of label maps, ground truth and predictions alike. A path may end in a pattern of file
 * names with a star where the id of the image is, such as {@code results/*_pred.png}.
 */
final class LabelFolders implements ScoreFormat.SourceOpener {
  private static final Pattern NAMES =
      Pattern.compile("(?:(.*)/)?([^/*]*)\\*([^/*]*?)(?:\\.(?:png|npy|npz))?");

  @Override
  public ScoreSource open(
      String path, @Nullable LabelSet labels, Collection<Convention> conventions) {
    if (labels == null) {
      throw new ScoreException(path + ": label maps do not say what their ids are; give --labels");
    }
    return open(
        TruthFiles.named(path, labels, new KnownLabels(path, maps(path), labels)), List.of());
  }

  @Override
  public ScoreSource open(GroundTruth truth, List<String> split) {
    return new ScoreSource(truth, LabelFolders::maps);
  }

  private static LabelFolder maps(String path) {
    Matcher names = NAMES.matcher(path);
    if (!names.matches()) {
      return LabelFolder.open(TruthFiles.path(path));
    }
    String folder = names.group(1) == null ? "." : names.group(1) + "/";
    return LabelFolder.open(TruthFiles.path(folder), names.group(2), names.group(3));
  }
}
