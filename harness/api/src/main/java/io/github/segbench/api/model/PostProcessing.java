package io.github.segbench.api.model;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Segmentations;

/**
 * A step of a model's chain of post-processors. Steps around the network come before those on class
 * scores, and those before the ones on segmentations; steps of a kind keep the order of the YAML.
 * Of steps around the network the first is the outermost: what it hands to the network goes through
 * the next. Safe to use from many threads.
 */
public sealed interface PostProcessing {

  /** Runs the network several times for one input, such as mirrored or in windows. */
  non-sealed interface AroundNetwork extends PostProcessing {

    /**
     * A pass that runs {@code network} as often as it needs. It takes the network's inputs and
     * gives the output of class scores, in its layout and kind and for the whole input; it may
     * leave out the network's other outputs.
     *
     * @param scores where the network's class scores are
     */
    NetworkPass around(NetworkPass network, ScoreOutput scores);
  }

  /** Refines class scores with the image, before the best class of each pixel is taken. */
  non-sealed interface OnScores extends PostProcessing {

    /** The refined scores, of the same size; the given ones may be changed and returned. */
    ClassScores refine(ClassScores scores, RgbImage image);
  }

  /** Changes the finished segmentations of an image. */
  non-sealed interface OnSegmentations extends PostProcessing {

    Segmentations refine(Segmentations segmentations, RgbImage image);
  }
}
