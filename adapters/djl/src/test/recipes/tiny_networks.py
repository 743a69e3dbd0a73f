"""Writes the tiny TorchScript networks of this module's tests into a folder.

    python3 tiny_networks.py ../resources/networks

Made with PyTorch 1.13. Weights are fixed numbers, so that results can be worked out by hand.
"""

import sys
from pathlib import Path
from typing import Dict, List, Optional, Tuple

import torch
from torch import Tensor, nn


class Convolution(nn.Module):
    """Two channels out of three: their sum, and the first one minus 1; any size."""

    def __init__(self) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(3, 2, kernel_size=1)
        with torch.no_grad():
            self.convolution.weight.copy_(
                torch.tensor([[1.0, 1.0, 1.0], [1.0, 0.0, 0.0]]).reshape(2, 3, 1, 1)
            )
            self.convolution.bias.copy_(torch.tensor([0.0, -1.0]))

    def forward(self, image: Tensor) -> Tensor:
        return self.convolution(image)


class Half(nn.Module):
    """The same in half precision, float in and out."""

    def __init__(self) -> None:
        super().__init__()
        self.network = Convolution().half()

    def forward(self, image: Tensor) -> Tensor:
        return self.network(image.half()).float()


class TwoInputs(nn.Module):
    def forward(self, minuend: Tensor, subtrahend: Tensor) -> Tensor:
        return minuend - subtrahend


class Types(nn.Module):
    """One output of every element type, one without elements, one scalar."""

    def forward(
        self, image: Tensor
    ) -> Tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        flat = image.reshape(-1)[:4]
        return (
            flat,
            flat.half(),
            flat.long(),
            flat.int(),
            flat.to(torch.uint8),
            flat.to(torch.int8),
            flat > 1,
            image[:0],
            flat.sum(),
        )


class Double(nn.Module):
    def forward(self, image: Tensor) -> Tensor:
        return image.double()


class Dictionary(nn.Module):
    """As torchvision's segmentation models give their outputs."""

    def forward(self, image: Tensor) -> Dict[str, Tensor]:
        return {"out": image + 1, "aux": image * 2}


class Detections(nn.Module):
    """As torchvision's scripted detectors give them: losses, and a dictionary for each image."""

    def forward(self, image: Tensor) -> Tuple[Dict[str, Tensor], List[Dict[str, Tensor]]]:
        losses: Dict[str, Tensor] = {}
        found: List[Dict[str, Tensor]] = []
        for one in image:
            found.append({"boxes": one.reshape(-1)[:4].reshape(1, 4), "labels": torch.ones(1).long()})
        return losses, found


class ListOfTensors(nn.Module):
    def forward(self, image: Tensor) -> List[Tensor]:
        return [image, image + 1]


class WithNone(nn.Module):
    def forward(self, image: Tensor) -> Tuple[Tensor, Optional[Tensor]]:
        nothing: Optional[Tensor] = None
        return image + 1, nothing


class Number(nn.Module):
    def forward(self, image: Tensor) -> int:
        return int(image.numel())


class Views(nn.Module):
    """The input itself, a part of it, and its channels last: the memory of the input."""

    def forward(self, image: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
        return image, image[:, 1:], image.permute(0, 2, 3, 1)


class Training(nn.Module):
    """1 in training mode, 0 in inference mode, and whether gradients are kept."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(1))

    def forward(self, image: Tensor) -> Tuple[Tensor, Tensor]:
        kept = (image * self.weight).requires_grad
        return torch.tensor([int(self.training)]), torch.tensor([int(kept)])


class Quantized(nn.Module):
    """The convolution with weights and activations in 8 bits, float in and out."""

    def __init__(self) -> None:
        super().__init__()
        network = nn.Sequential(torch.ao.quantization.QuantStub(), Convolution().convolution)
        network.eval()
        network.qconfig = torch.ao.quantization.default_qconfig
        prepared = torch.ao.quantization.prepare(network)
        prepared(torch.linspace(-4, 4, 48).reshape(1, 3, 4, 4))
        self.network = torch.ao.quantization.convert(prepared)

    def forward(self, image: Tensor) -> Tensor:
        return self.network(image).dequantize()


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    networks = {
        "convolution": Convolution(),
        "half": Half(),
        "two-inputs": TwoInputs(),
        "types": Types(),
        "double": Double(),
        "dictionary": Dictionary(),
        "detections": Detections(),
        "list": ListOfTensors(),
        "with-none": WithNone(),
        "number": Number(),
        "views": Views(),
        "training": Training(),
        "quantized": Quantized(),
    }
    for name, network in networks.items():
        # Saved in training mode on purpose: whoever loads it has to switch it off.
        scripted = torch.jit.script(network.train() if name == "training" else network.eval())
        scripted.save(str(folder / f"{name}.pt"))


if __name__ == "__main__":
    main()
