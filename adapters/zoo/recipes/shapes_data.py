"""Reads the Shapes scenes that ``segbench datasets export shapes --split SPLIT --out DIR`` writes.

Layout of DIR (all images 128 x 128 unless exported at another size):

    images/NAME.png      8-bit RGB
    labels/NAME.png      8-bit grey, class indices 0..7, 255 = void
    instances.json       COCO instances (not read here: the panoptic files say the same)
    panoptic.json        COCO panoptic, with ``categories`` and one ``segments_info`` per scene
    panoptic/NAME.png    segment id = R + 256 G + 65536 B, 0 = void

Only numpy and OpenCV are needed.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

CLASS_NAMES = ("sky", "grass", "road", "water", "circle", "square", "triangle", "star")
STUFF_COUNT = 4
THING_COUNT = 4
CLASS_COUNT = STUFF_COUNT + THING_COUNT
VOID = 255
IMAGE_SIZE = 128

CHANNEL_MEAN = 0.5
CHANNEL_STD = 0.25


class BadScenes(ValueError):
    """The exported folder is not what the module documentation says."""


@dataclass(frozen=True)
class Scene:
    """One scene.

    image: uint8 or float32 [H, W, 3], RGB; float values lie in 0..1.
    labels: uint8 [H, W], class indices, VOID where not scored.
    instances: int32 [H, W], 0 where there is no thing, else 1..n.
    """

    image: np.ndarray
    labels: np.ndarray
    instances: np.ndarray


class SceneFolder:
    """The scenes of one exported split, sorted by name, read from disk on every access."""

    def __init__(self, directory):
        self.directory = Path(directory)
        document = json.loads((self.directory / "panoptic.json").read_text(encoding="utf-8"))
        class_of_category = self._classes(document["categories"])
        self._things = {
            Path(annotation["file_name"]).stem: self._thing_ids(annotation, class_of_category)
            for annotation in document["annotations"]
        }
        self.names = sorted(self._things)
        if not self.names:
            raise BadScenes(f"{self.directory}: panoptic.json names no scene")

    def __len__(self):
        return len(self.names)

    def __getitem__(self, index):
        name = self.names[index]
        image = cv2.cvtColor(self._read("images", name, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
        labels = self._read("labels", name, cv2.IMREAD_GRAYSCALE)
        blue, green, red = cv2.split(self._read("panoptic", name, cv2.IMREAD_COLOR).astype(np.int32))
        segment_ids = red + 256 * green + 65536 * blue
        instances = np.zeros(segment_ids.shape, np.int32)
        for number, (segment_id, class_index) in enumerate(self._things[name], start=1):
            inside = segment_ids == segment_id
            if not inside.any() or not (labels[inside] == class_index).all():
                raise BadScenes(
                    f"{self.directory}: scene {name}: segment {segment_id} should cover pixels of class "
                    f"{CLASS_NAMES[class_index]} in labels/{name}.png"
                )
            instances[inside] = number
        return Scene(image, labels, instances)

    def _read(self, folder, name, flags):
        path = self.directory / folder / f"{name}.png"
        pixels = cv2.imread(str(path), flags)
        if pixels is None:
            raise BadScenes(f"{path}: not a readable PNG")
        return pixels

    def _classes(self, categories):
        """Maps each category id of the file to the index of its name in CLASS_NAMES."""
        names = {category["id"]: category["name"] for category in categories}
        unknown = sorted(set(names.values()) - set(CLASS_NAMES))
        if unknown:
            raise BadScenes(f"{self.directory}: panoptic.json has unknown categories {unknown}")
        return {identifier: CLASS_NAMES.index(name) for identifier, name in names.items()}

    @staticmethod
    def _thing_ids(annotation, class_of_category):
        """The (segment id, class index) pairs of an annotation's things."""
        pairs = [(info["id"], class_of_category[info["category_id"]]) for info in annotation["segments_info"]]
        return [(segment_id, class_index) for segment_id, class_index in pairs if class_index >= STUFF_COUNT]


class SceneMemory:
    """All scenes of a folder, read once and kept: 5 bytes a pixel where no scene has more than 255 things."""

    def __init__(self, folder):
        self.directory = folder.directory
        self._scenes = [self._small(folder[index]) for index in range(len(folder))]

    def __len__(self):
        return len(self._scenes)

    def __getitem__(self, index):
        scene = self._scenes[index]
        return Scene(scene.image, scene.labels, scene.instances.astype(np.int32))

    @staticmethod
    def _small(scene):
        fits = scene.instances.max() <= np.iinfo(np.uint8).max
        return Scene(scene.image, scene.labels, scene.instances.astype(np.uint8 if fits else np.int32))


def augment(scene, random):
    """Mirrors half of the scenes and changes contrast and brightness of half; the image becomes float32 in 0..1."""
    image, labels, instances = scene.image, scene.labels, scene.instances
    if random.random() < 0.5:
        image, labels, instances = image[:, ::-1], labels[:, ::-1], instances[:, ::-1]
    image = image.astype(np.float32) / np.float32(255)
    if random.random() < 0.5:
        contrast = random.uniform(0.8, 1.2)
        brightness = random.uniform(-0.08, 0.08)
        image = (image - 0.5) * contrast + 0.5 + brightness
    return Scene(
        np.clip(image, 0, 1),
        np.ascontiguousarray(labels),
        np.ascontiguousarray(instances),
    )


def network_input(image):
    """float32 [3, H, W]: (value / 255 - mean) / standard deviation. A float image is taken as divided already."""
    if image.dtype == np.uint8:
        image = image.astype(np.float32) / np.float32(255)
    channels_first = np.ascontiguousarray(image.transpose(2, 0, 1))
    return (channels_first - np.float32(CHANNEL_MEAN)) / np.float32(CHANNEL_STD)


def instance_targets(scene):
    """The boxes, labels and masks of a scene's things as numpy arrays.

    boxes: float32 [n, 4], x1 y1 x2 y2, the far edges exclusive.
    labels: int64 [n], 1..THING_COUNT (0 is the detector's background).
    masks: uint8 [n, H, W].
    Things less than two pixels wide or high are left out: a detector cannot learn from such a box.
    """
    boxes, labels, masks = [], [], []
    for number in range(1, int(scene.instances.max()) + 1):
        mask = scene.instances == number
        rows, columns = np.nonzero(mask)
        if rows.size == 0 or np.ptp(rows) < 1 or np.ptp(columns) < 1:
            continue
        boxes.append([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1])
        labels.append(int(scene.labels[mask][0]) - STUFF_COUNT + 1)
        masks.append(mask)
    return (
        np.array(boxes, np.float32).reshape(-1, 4),
        np.array(labels, np.int64),
        np.array(masks, np.uint8).reshape(-1, *scene.labels.shape),
    )
