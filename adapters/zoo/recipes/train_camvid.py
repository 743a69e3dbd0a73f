"""Trains FCN-8s, U-Net or SegNet on CamVid's training split, from random weights, without any other data.

python3 train_camvid.py --network fcn8s --data camvid --out fcn8s.pth --bf16
"""

import cv2
import numpy as np
import torch
import torch.nn.functional as F

import training
from camvid_data import CLASS_COUNT, CLASS_NAMES, VOID, RandomCrop, Split, class_weights, network_input
from folding import add_to_scores, folded
from networks import FCN8s, SegNet, UNet, copy_encoder, copy_folded_encoder
from training import Stage
from weights import load_weights, parameter_count

WIDTHS = (16, 32, 64, 128, 192)
NETWORKS = {
    "fcn8s": lambda: FCN8s(widths=WIDTHS, hidden=256, classes=CLASS_COUNT),
    "unet": lambda: UNet(widths=WIDTHS, classes=CLASS_COUNT),
    "segnet": lambda: SegNet(widths=WIDTHS, classes=CLASS_COUNT),
}
# Most steps on small crops of reduced photographs, the last ones on nearly whole photographs at their own size.
STAGES = {
    "fcn8s": [
        Stage(3000, 8, RandomCrop(192, 256, 0.5, 1.1)),
        Stage(900, 4, RandomCrop(352, 480, 0.7, 1.4)),
    ],
    "unet": [
        Stage(1500, 8, RandomCrop(192, 256, 0.5, 1.1)),
        Stage(500, 4, RandomCrop(352, 480, 0.7, 1.4)),
    ],
    "segnet": [
        Stage(3000, 8, RandomCrop(192, 256, 0.5, 1.1)),
        Stage(900, 4, RandomCrop(352, 480, 0.7, 1.4)),
    ],
}
WARM_UP_STEPS = 100
PADDED_TO = 32
CALIBRATION_PHOTOS = 16
# How much of the class weights an evaluation takes back.
PARTS = (0, 0.5, 1)


def losses_of(network, weights, arguments):
    """The loss function that training.train wants: cross-entropy with a weight for each class."""
    weights = torch.from_numpy(weights)

    def losses(batch, _):
        images = torch.from_numpy(np.stack([network_input(photo.image) for photo in batch]))
        labels = torch.from_numpy(np.stack([photo.labels for photo in batch]).astype(np.int64))
        with training.precision(arguments):
            logits = network(images.contiguous(memory_format=torch.channels_last))
        return {"loss": F.cross_entropy(logits.float(), labels, weight=weights, ignore_index=VOID)}

    return losses


@torch.no_grad()
def confusions(network, split, indices, shifts=None):
    """Per photograph the counts [truth, found], int64 [n, C, C], void not counted; a list of such for each shift.

    Photographs are padded with zeros on the right and below, as segbench does. shifts: float32 [s, C], each added to
    the logits; without them one shift of nothing.
    """
    shifts = np.zeros((1, CLASS_COUNT), np.float32) if shifts is None else shifts
    counts = np.zeros((len(shifts), len(indices), CLASS_COUNT, CLASS_COUNT), np.int64)
    for number, index in enumerate(indices):
        photo = split[index]
        height, width = photo.labels.shape
        image = torch.from_numpy(network_input(photo.image))[None]
        logits = network(F.pad(image, (0, -width % PADDED_TO, 0, -height % PADDED_TO)))
        valid = photo.labels != VOID
        logits = logits[0, :, :height, :width].float().numpy()[:, valid]
        truth = photo.labels[valid].astype(np.int64) * CLASS_COUNT
        for shifted, shift in zip(counts, shifts):
            pairs = truth + (logits + shift[:, None]).argmax(0)
            shifted[number] = np.bincount(pairs, minlength=CLASS_COUNT**2).reshape(CLASS_COUNT, CLASS_COUNT)
    return counts


def scores(counts):
    """IoU per class, pixel accuracy and mean class accuracy of a confusion matrix [truth, found]."""
    both = np.diag(counts)
    iou = both / np.maximum(counts.sum(0) + counts.sum(1) - both, 1)
    return iou, both.sum() / counts.sum(), (both / np.maximum(counts.sum(1), 1)).mean()


def evaluation(split, weights, arguments):
    """The function that training.train calls now and then: every third photograph, for a learning curve.

    It also says what the scores would be if a part of the class weights were taken back: the logits of a network
    trained with weights w, less a * log w, are those of a network trained with weights w ** (1 - a).
    """

    shifts = [-part * np.log(weights) for part in PARTS]

    def evaluate(network, step):
        with training.precision(arguments):
            counts = confusions(network, split, range(0, len(split), 3), shifts)
        for part, count in zip(PARTS, counts):
            iou, pixel, mean = scores(count.sum(0))
            measures = f"mIoU {iou.mean():.4f} pixel {pixel:.4f} mean {mean:.4f}"
            print(f"step {step} weights ** {1 - part}: {measures}", flush=True)

    return evaluate


def start_encoder(network, path, photos):
    """Starts the encoder from an FCN-8s of this recipe: its state dict, or the exported file, which is folded."""
    if path.endswith(".pt"):
        batch = [photos[index] for index in range(0, len(photos), len(photos) // CALIBRATION_PHOTOS)]
        images = torch.from_numpy(np.stack([network_input(photo.image) for photo in batch]))
        exported = load_weights(add_to_scores(folded(NETWORKS["fcn8s"]()), 0.0), path)
        copy_folded_encoder(exported, network, images[..., :352, :])
    else:
        copy_encoder(load_weights(NETWORKS["fcn8s"](), path), network)


def main():
    parser = training.parser(__doc__, steps=None, learning_rate=3e-3, weight_decay=1e-2, bf16=True)
    parser.add_argument("--network", required=True, choices=sorted(NETWORKS))
    parser.add_argument("--encoder-from", help="an FCN-8s of this recipe, trained or exported (.pt), to start the encoder from")
    arguments = parser.parse_args()
    cv2.setNumThreads(0)
    training.fix_seed(arguments)
    photos, validation = Split(arguments.data, "train"), Split(arguments.data, "val")
    weights = class_weights(photos)
    network = NETWORKS[arguments.network]()
    if arguments.encoder_from:
        start_encoder(network, arguments.encoder_from, photos)
    if arguments.initial_weights:
        load_weights(network, arguments.initial_weights)
    print(f"{arguments.network}: {parameter_count(network)} parameters, {len(photos)} photographs")
    print("class weights", " ".join(f"{name} {weight:.4f}" for name, weight in zip(CLASS_NAMES, weights)), flush=True)
    trained = training.train(
        network,
        losses_of(network, weights, arguments),
        photos,
        arguments,
        WARM_UP_STEPS,
        stages=STAGES[arguments.network],
        evaluate=evaluation(validation, weights, arguments),
    )
    torch.save(trained.state_dict(), arguments.out)
    iou, pixel, mean = scores(confusions(trained, validation, range(len(validation)))[0].sum(0))
    print(f"mIoU {iou.mean():.4f} pixel accuracy {pixel:.4f} mean accuracy {mean:.4f}")
    print(" ".join(f"{name} {value:.4f}" for name, value in zip(CLASS_NAMES, iou)))


if __name__ == "__main__":
    main()
