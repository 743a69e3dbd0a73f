"""Measures a network of train_camvid.py on CamVid's validation split, as it is exported.

python3 measure_camvid.py --network fcn8s --weights fcn8s.pth --data camvid

In brackets the 95% bootstrap interval over photographs. segbench measures the same on the ONNX file; the two must agree.
"""

import argparse

import cv2
import numpy as np
import torch

from camvid_data import CLASS_NAMES, Split, class_weights
from export_camvid import exported
from train_camvid import NETWORKS, PARTS, confusions, scores
from weights import load_weights

RESAMPLES = 2000


def intervals(counts, random):
    """The 95% percentile intervals of mIoU, pixel accuracy and mean accuracy, [3, 2]."""
    samples = []
    for _ in range(RESAMPLES):
        iou, pixel, mean = scores(counts[random.integers(0, len(counts), len(counts))].sum(0))
        samples.append((iou.mean(), pixel, mean))
    return np.percentile(samples, (2.5, 97.5), axis=0).T


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--network", required=True, choices=sorted(NETWORKS))
    parser.add_argument("--weights", required=True, help="a recipe's state dict")
    parser.add_argument("--data", required=True, help="the folder of CamVid's splits")
    arguments = parser.parse_args()
    cv2.setNumThreads(0)
    torch.set_num_threads(1)
    validation = Split(arguments.data, "val")
    weights = class_weights(Split(arguments.data, "train"))
    trained = load_weights(NETWORKS[arguments.network](), arguments.weights).eval()
    everything = range(len(validation))
    shifts = [-part * np.log(weights) for part in PARTS]
    for part, counts in zip(PARTS, confusions(trained, validation, everything, shifts)):
        report(f"as trained, class weights ** {1 - part}", counts)
    report("as exported", confusions(exported(trained, weights), validation, everything)[0])


def report(title, counts):
    iou, pixel, mean = scores(counts.sum(0))
    ranges = intervals(counts, np.random.default_rng(0))
    measures = zip(("mIoU", "pixel accuracy", "mean accuracy"), (iou.mean(), pixel, mean), ranges)
    print(title, " ".join(f"{name} {value:.4f} [{low:.4f}, {high:.4f}]" for name, value, (low, high) in measures))
    print("   ", " ".join(f"{name} {value:.4f}" for name, value in zip(CLASS_NAMES, iou)), flush=True)


if __name__ == "__main__":
    main()
