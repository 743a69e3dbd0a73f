"""Trains Mask R-CNN on the Shapes scenes.

python3 train_maskrcnn.py --data shapes/train --out maskrcnn.pth --bf16
"""

import torch

import training
from detectors import mask_rcnn, train_in_bfloat16
from shapes_data import instance_targets, network_input
from weights import load_weights, parameter_count

WARM_UP_STEPS = 100
GRADIENT_LIMIT = 10.0


def detection_targets(scene):
    """A scene's things as torchvision's detectors want them."""
    boxes, labels, masks = (torch.from_numpy(array) for array in instance_targets(scene))
    return {"boxes": boxes, "labels": labels, "masks": masks}


def losses_of(network):
    """The loss function that training.train wants: torchvision's five detection losses."""

    def losses(batch, _):
        images = [torch.from_numpy(network_input(scene.image)) for scene in batch]
        return network(images, [detection_targets(scene) for scene in batch])

    return losses


def main():
    arguments = training.parser(__doc__, steps=6000, learning_rate=1.5e-3, bf16=True).parse_args()
    scenes = training.prepare(arguments)
    network = mask_rcnn()
    if arguments.bf16:
        train_in_bfloat16(network)
    if arguments.initial_weights:
        load_weights(network, arguments.initial_weights)
    print(f"Mask R-CNN: {parameter_count(network)} parameters, {len(scenes)} scenes", flush=True)
    trained = training.train(network, losses_of(network), scenes, arguments, WARM_UP_STEPS, GRADIENT_LIMIT)
    torch.save(trained.state_dict(), arguments.out)


if __name__ == "__main__":
    main()
