"""Reads CamVid at 480 x 360 in the layout of the SegNet tutorial, and makes training crops of it.

    SPLIT/NAME.jpg or .png     8-bit RGB
    SPLITannot/NAME.png        8-bit grey, class indices 0..10, 11 = void

Only numpy and OpenCV are needed.
"""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

CLASS_NAMES = (
    "sky",
    "building",
    "pole",
    "road",
    "pavement",
    "tree",
    "sign",
    "fence",
    "car",
    "pedestrian",
    "bicyclist",
)
CLASS_COUNT = len(CLASS_NAMES)
VOID = 11

# ImageNet's statistics, RGB: what networks for photographs are usually fed with.
CHANNEL_MEAN = (0.485, 0.456, 0.406)
CHANNEL_STD = (0.229, 0.224, 0.225)


class BadSplit(ValueError):
    """The folder is not what the module documentation says."""


@dataclass(frozen=True)
class Photo:
    """One photograph. image: uint8 [H, W, 3], RGB. labels: uint8 [H, W], class indices, VOID where not scored."""

    image: np.ndarray
    labels: np.ndarray


class Split:
    """The photographs of one split, sorted by name, all of them in memory."""

    def __init__(self, directory, split):
        folder = Path(directory) / split
        paths = sorted(folder.glob("*.jpg")) + sorted(folder.glob("*.png"))
        if not paths:
            raise BadSplit(f"{folder}: no JPEG or PNG files")
        self.names = [path.stem for path in paths]
        self._photos = [self._read(path, Path(directory) / f"{split}annot" / f"{path.stem}.png") for path in paths]

    def __len__(self):
        return len(self._photos)

    def __getitem__(self, index):
        return self._photos[index]

    @staticmethod
    def _read(image_path, label_path):
        image = cv2.imread(str(image_path), cv2.IMREAD_COLOR)
        labels = cv2.imread(str(label_path), cv2.IMREAD_GRAYSCALE)
        if image is None or labels is None:
            raise BadSplit(f"{label_path if image is not None else image_path}: not a readable image")
        if labels.shape != image.shape[:2] or labels.max() > VOID:
            raise BadSplit(f"{label_path}: should have the image's size and values of at most {VOID}")
        return Photo(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), labels)


def class_weights(split):
    """Median frequency balancing (Badrinarayanan et al., PAMI 2017, section 4.2): float32, one weight a class.

    weight(c) = median of all freq / freq(c), where freq(c) is the number of pixels of class c divided by the number of
    pixels of the images that show c. Void pixels do not count.
    """
    pixels = np.zeros(CLASS_COUNT)
    shown = np.zeros(CLASS_COUNT)
    for index in range(len(split)):
        counts = np.bincount(split[index].labels.ravel(), minlength=CLASS_COUNT + 1)[:CLASS_COUNT]
        pixels += counts
        shown += np.where(counts > 0, counts.sum(), 0)
    frequency = pixels / shown
    return (np.median(frequency) / frequency).astype(np.float32)


@dataclass(frozen=True)
class RandomCrop:
    """Augmentation: scales a photograph by smallest..largest, cuts height x width out, mirrors half, changes colours.

    Where the scaled photograph is smaller than the crop, it is mirrored at its edges and the labels there are void.
    """

    height: int
    width: int
    smallest: float
    largest: float

    def __call__(self, photo, random):
        image, labels = self._cut(photo, random)
        if random.random() < 0.5:
            image, labels = image[:, ::-1], labels[:, ::-1]
        return Photo(_change_colours(image, random), np.ascontiguousarray(labels))

    def _cut(self, photo, random):
        scale = np.exp(random.uniform(np.log(self.smallest), np.log(self.largest)))
        stretch = random.uniform(0.9, 1.1)
        height, width = round(self.height / scale * stretch), round(self.width / scale / stretch)
        top, bottom = _window(photo.labels.shape[0], height, random)
        left, right = _window(photo.labels.shape[1], width, random)
        inside = slice(max(top, 0), bottom), slice(max(left, 0), right)
        borders = (
            max(-top, 0),
            max(bottom - photo.labels.shape[0], 0),
            max(-left, 0),
            max(right - photo.labels.shape[1], 0),
        )
        image = cv2.copyMakeBorder(photo.image[inside], *borders, cv2.BORDER_REFLECT_101)
        labels = cv2.copyMakeBorder(photo.labels[inside], *borders, cv2.BORDER_CONSTANT, value=VOID)
        size = (self.width, self.height)
        image = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        return image, cv2.resize(labels, size, interpolation=cv2.INTER_NEAREST)


def _window(length, wanted, random):
    """Start and end of ``wanted`` pixels of an axis; beyond its ends where it is shorter."""
    start = int(random.integers(min(0, length - wanted), max(0, length - wanted) + 1))
    return start, start + wanted


def _change_colours(image, random):
    """Gamma, contrast, brightness and a gain of each channel by one table of 256 values a channel; then saturation."""
    levels = (np.arange(256, dtype=np.float32) / 255) ** np.float32(np.exp(random.uniform(-0.3, 0.3)))
    levels = (levels - 0.5) * random.uniform(0.75, 1.25) + 0.5 + random.uniform(-0.1, 0.1)
    table = np.clip(levels[:, None] * random.uniform(0.93, 1.07, 3) * 255, 0, 255).astype(np.uint8)
    image = cv2.LUT(np.ascontiguousarray(image), table[None])
    saturation = random.uniform(0.6, 1.3)
    grey = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    return cv2.addWeighted(image, saturation, grey, 1 - saturation, 0)


def network_input(image):
    """float32 [3, H, W]: (value / 255 - mean) / standard deviation."""
    channels_first = image.transpose(2, 0, 1).astype(np.float32) / np.float32(255)
    mean = np.array(CHANNEL_MEAN, np.float32)[:, None, None]
    return (channels_first - mean) / np.array(CHANNEL_STD, np.float32)[:, None, None]
