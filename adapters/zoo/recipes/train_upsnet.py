"""Trains UPSNet on the Shapes scenes; its detector may start from a trained Mask R-CNN.

python3 train_upsnet.py --data shapes/train --out upsnet.pth --detector-from maskrcnn.pth --bf16
"""

import numpy as np
import torch

import training
from detectors import DeformableLayer, UPSNet, train_in_bfloat16
from shapes_data import network_input
from train_maskrcnn import GRADIENT_LIMIT, WARM_UP_STEPS, detection_targets
from weights import load_weights, parameter_count


def losses_of(network):
    """The loss function that training.train wants: detection, semantic and panoptic losses."""

    def losses(batch, random):
        images = torch.from_numpy(np.stack([network_input(scene.image) for scene in batch]))
        labels = torch.from_numpy(np.stack([scene.labels for scene in batch]).astype(np.int64))
        return network.losses(images, [detection_targets(scene) for scene in batch], labels, random)

    return losses


def main():
    parser = training.parser(__doc__, steps=2500, learning_rate=1e-3, bf16=True)
    parser.add_argument("--detector-from", help="weights of a trained Mask R-CNN to start the detector from")
    arguments = parser.parse_args()
    scenes = training.prepare(arguments)
    network = UPSNet()
    for module in network.modules():
        if isinstance(module, DeformableLayer):
            module.by_sampling = True
    if arguments.bf16:
        train_in_bfloat16(network)
    if arguments.detector_from:
        load_weights(network.detector, arguments.detector_from)
    if arguments.initial_weights:
        load_weights(network, arguments.initial_weights)
    print(f"UPSNet: {parameter_count(network)} parameters, {len(scenes)} scenes", flush=True)
    trained = training.train(network, losses_of(network), scenes, arguments, WARM_UP_STEPS, GRADIENT_LIMIT)
    torch.save(trained.state_dict(), arguments.out)


if __name__ == "__main__":
    main()
