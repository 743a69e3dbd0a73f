package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.Segment;
import java.util.List;

/**
 * An entry of {@code annotations} in a panoptic file.
 *
 * @param image its id as text: a decimal number in COCO's files, a name in those of Cityscapes
 * @param fileName of the PNG map in the folder
 */
record PanopticEntry(String image, String fileName, List<Segment> segments) {}
