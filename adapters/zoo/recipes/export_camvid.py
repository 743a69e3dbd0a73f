"""Writes a network of train_camvid.py as ONNX (opset 13) or TorchScript, with any batch, height and width.

python3 export_camvid.py --network fcn8s --weights fcn8s.pth --data camvid --out fcn8s-camvid.onnx fcn8s-camvid.pt
"""

import argparse
from pathlib import Path

import cv2
import numpy as np
import torch

from camvid_data import Split, class_weights, network_input
from export_semantic import DYNAMIC_AXES, OPSET, OUTPUTS, output_file, write
from folding import add_to_scores, folded, round_to_half
from onnx_export import export
from train_camvid import NETWORKS
from weights import load_weights

REFERENCE_SIZE = (64, 96)
# A network trained with class weights w gives, with -PART * log(w) added to its scores, what training with
# w ** (1 - PART) gives: the weights raise the mean accuracy and lower the mIoU, and half of them gives most of both.
PART_TAKEN_BACK = 0.5


def exported(network, weights, part=PART_TAKEN_BACK):
    """The copy of a trained network that goes into the files: folded, ``part`` of the class weights taken back, rounded."""
    return round_to_half(add_to_scores(folded(network), -part * np.log(weights)))


def reference_image():
    """A smooth random image, uint8 [64, 96, 3]: no photograph of CamVid may be given away with the networks."""
    random = np.random.default_rng(5)
    height, width = REFERENCE_SIZE
    image = np.zeros((height, width, 3), np.float32)
    for cell in (32, 16, 8, 4):
        noise = random.uniform(-cell, cell, (height // cell, width // cell, 3)).astype(np.float32)
        image += cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC)
    image += np.linspace(90, -50, height, dtype=np.float32)[:, None, None]
    return np.clip(image * 1.5 + 110, 0, 255).astype(np.uint8)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--network", required=True, choices=sorted(NETWORKS))
    parser.add_argument("--weights", required=True, help="a recipe's state dict")
    parser.add_argument("--data", required=True, help="the folder of CamVid's splits, for the class weights")
    parser.add_argument("--out", required=True, nargs="+", type=output_file, help="files to write (.onnx, .pt)")
    parser.add_argument("--reference", type=Path, help="folder for a reference input and its outputs")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    trained = load_weights(NETWORKS[arguments.network](), arguments.weights)
    network = exported(trained, class_weights(Split(arguments.data, "train")))
    image = torch.from_numpy(network_input(reference_image()))[None]

    def export_onnx(image, path):
        export(network, image, path, OPSET, OUTPUTS, DYNAMIC_AXES, unpooling=arguments.network == "segnet")

    write(arguments, network, image, OUTPUTS, export_onnx)


if __name__ == "__main__":
    main()
