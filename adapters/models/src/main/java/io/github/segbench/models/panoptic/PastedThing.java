package io.github.segbench.models.panoptic;

import io.github.segbench.models.instance.PastedRoi;

/**
 * A detection whose mask logits are stretched over its box.
 *
 * @param thing position of its category among the things of the label set
 */
record PastedThing(int thing, PastedRoi roi) {}
