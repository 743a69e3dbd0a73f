"""Decodes a network's reference outputs into the expected segmentation, independently of the Java decoders.

    python3 expected_results.py --family semantic --reference ../fcn8s-shapes/reference

Reads the .npy files of the reference folder and writes beside them, for

    semantic   expected_labels.npy (uint8 [H, W])
    instance   expected_masks.npy (uint8 [n, H, W])
    panoptic   expected_masks.npy, expected_panoptic_ids.npy (int32 [H, W], 0 = void) and
               expected_panoptic_categories.npy (int32 [k, 2]: segment id, class index)
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from panoptic import fuse, paste


def pasted_masks(masks, boxes, size, threshold):
    """The masks of all detections: pasted value above the threshold, inside the box."""
    values, inside = paste(torch.from_numpy(masks), torch.from_numpy(boxes), *size)
    return ((values > threshold) & (inside > 0)).numpy().astype(np.uint8)


def semantic(read, size):
    """The class with the highest logit, the lowest index on ties."""
    return {"labels": read("logits")[0].argmax(0).astype(np.uint8)}


def instance(read, size):
    """Probabilities above 0.5."""
    return {"masks": pasted_masks(read("masks"), read("boxes"), size, 0.5)}


def panoptic(read, size):
    """Mask logits above 0, and the panoptic head with its default thresholds."""
    names = ("boxes", "labels", "scores", "mask_logits")
    detections = [torch.from_numpy(read(name)) for name in names]
    ids, categories = fuse(torch.from_numpy(read("semantic_logits")[0]), *detections)
    return {
        "masks": pasted_masks(read("mask_logits"), read("boxes"), size, 0.0),
        "panoptic_ids": ids,
        "panoptic_categories": categories,
    }


FAMILIES = {"semantic": semantic, "instance": instance, "panoptic": panoptic}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--family", required=True, choices=sorted(FAMILIES))
    parser.add_argument("--reference", type=Path, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(1)

    def read(name):
        return np.load(arguments.reference / f"{name}.npy")

    size = read("input").shape[-2:]
    for name, array in FAMILIES[arguments.family](read, size).items():
        np.save(arguments.reference / f"expected_{name}.npy", array)


if __name__ == "__main__":
    main()
