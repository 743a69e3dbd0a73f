"""Trains FCN-8s, U-Net or SegNet on the Shapes scenes.

python3 train_semantic.py --network fcn8s --data shapes/train --out fcn8s.pth
"""

import numpy as np
import torch
import torch.nn.functional as F

import training
from networks import SEMANTIC_NETWORKS, FCN8s, copy_encoder
from shapes_data import CLASS_COUNT, CLASS_NAMES, VOID, SceneFolder, SceneMemory, network_input
from weights import load_weights, parameter_count

WARM_UP_STEPS = 50
OVERLAP_WEIGHT = 0.5


def tensors(scenes):
    """The network input float32 [N, 3, H, W] and the labels int64 [N, H, W] of a batch."""
    images = np.stack([network_input(scene.image) for scene in scenes])
    labels = np.stack([scene.labels for scene in scenes]).astype(np.int64)
    return torch.from_numpy(images), torch.from_numpy(labels)


def overlap_loss(logits, labels):
    """1 - the mean soft Jaccard index of the classes that a batch shows, over all of its pixels that are not void."""
    valid = (labels != VOID)[:, None]
    classes = labels.where(valid[:, 0], torch.zeros_like(labels))
    truth = F.one_hot(classes, CLASS_COUNT).permute(0, 3, 1, 2) * valid
    found = logits.softmax(1) * valid
    both = (found * truth).sum((0, 2, 3))
    either = found.sum((0, 2, 3)) + truth.sum((0, 2, 3)) - both
    shown = truth.sum((0, 2, 3)) > 0
    return 1 - (both / either.clamp(min=1.0))[shown].mean()


def losses_of(network, arguments):
    """The loss function that training.train wants: cross-entropy, and OVERLAP_WEIGHT times that of the classes' overlap.

    The overlap counts a rare class as much as a frequent one, as mIoU does.
    """

    def losses(batch, _):
        images, labels = tensors(batch)
        with training.precision(arguments):
            logits = network(images.contiguous(memory_format=torch.channels_last))
        logits = logits.float().contiguous()
        return {
            "cross-entropy": F.cross_entropy(logits, labels, ignore_index=VOID),
            "overlap": OVERLAP_WEIGHT * overlap_loss(logits, labels),
        }

    return losses


@torch.no_grad()
def class_iou(network, scenes):
    """IoU per class over all scenes, void pixels not counted. For a glance only: segbench does the measuring."""
    counts = np.zeros((CLASS_COUNT, CLASS_COUNT), np.int64)
    for index in range(len(scenes)):
        images, labels = tensors([scenes[index]])
        truth = labels[0].numpy()
        found = network(images)[0].numpy().argmax(0)
        valid = truth != VOID
        pairs = truth[valid] * CLASS_COUNT + found[valid]
        counts += np.bincount(pairs, minlength=CLASS_COUNT**2).reshape(CLASS_COUNT, CLASS_COUNT)
    both = np.diag(counts)
    return both / np.maximum(counts.sum(0) + counts.sum(1) - both, 1)


def evaluation(directory):
    """The function that training.train calls now and then: IoU on an exported split."""
    scenes = SceneMemory(SceneFolder(directory))

    def evaluate(network, step):
        iou = class_iou(network, scenes)
        classes = " ".join(f"{name} {value:.3f}" for name, value in zip(CLASS_NAMES, iou))
        print(f"step {step} mIoU {iou.mean():.4f} {classes}", flush=True)

    return evaluate


def main():
    parser = training.parser(__doc__, steps=9000, learning_rate=4e-3, batch_size=16, bf16=True)
    parser.add_argument("--network", required=True, choices=sorted(SEMANTIC_NETWORKS))
    parser.add_argument("--encoder-from", help="weights of a trained FCN-8s to start the encoder from")
    parser.add_argument("--validation", help="exported validation split: print the IoU every --evaluate-every steps")
    arguments = parser.parse_args()
    scenes = training.prepare(arguments)
    network = SEMANTIC_NETWORKS[arguments.network]()
    if arguments.encoder_from:
        copy_encoder(load_weights(FCN8s(), arguments.encoder_from), network)
    if arguments.initial_weights:
        load_weights(network, arguments.initial_weights)
    print(f"{arguments.network}: {parameter_count(network)} parameters, {len(scenes)} scenes", flush=True)
    evaluate = evaluation(arguments.validation) if arguments.validation else None
    trained = training.train(
        network, losses_of(network, arguments), scenes, arguments, WARM_UP_STEPS, evaluate=evaluate
    )
    torch.save(trained.state_dict(), arguments.out)


if __name__ == "__main__":
    main()
