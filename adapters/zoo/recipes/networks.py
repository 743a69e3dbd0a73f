"""The semantic networks: FCN-8s, U-Net and SegNet. Input float32 [N, 3, H, W], output logits float32 [N, C, H, W]."""

import torch
from torch import nn

from shapes_data import CLASS_COUNT

STAGE_WIDTHS = (16, 32, 64, 96, 96)
STAGE_DEPTHS = (2, 2, 2, 2, 2)


def convolution(inputs, outputs, kernel=3):
    """Convolution that keeps the size, batch normalisation, ReLU."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


def convolutions(inputs, outputs, count):
    """``count`` convolutions in a row; the first changes the number of channels."""
    widths = [inputs] + [outputs] * count
    return [convolution(before, after) for before, after in zip(widths, widths[1:])]


def bilinear_upsampling(channels, factor):
    """A learned transposed convolution that starts as bilinear interpolation by ``factor``."""
    kernel = 2 * factor
    layer = nn.ConvTranspose2d(channels, channels, kernel, stride=factor, padding=factor // 2, bias=False)
    profile = 1 - (torch.arange(kernel) - (factor - 0.5)).abs() / factor
    with torch.no_grad():
        layer.weight.zero_()
        for channel in range(channels):
            layer.weight[channel, channel] = profile[:, None] * profile[None, :]
    return layer


class FCN8s(nn.Module):
    """Fully convolutional network with stride-8 skips (Long, Shelhamer, Darrell, CVPR 2015).

    A VGG-style encoder with five 2x poolings; the class scores of pool3, pool4 and fc7 are summed while transposed
    convolutions upsample by 2, 2 and 8. Height and width must be multiples of 32.
    """

    def __init__(self, widths=STAGE_WIDTHS, depths=STAGE_DEPTHS, hidden=192, hidden_kernel=3, classes=CLASS_COUNT):
        super().__init__()
        inputs = (3,) + tuple(widths[:-1])
        self.stages = nn.ModuleList(
            nn.Sequential(*convolutions(before, after, depth), nn.MaxPool2d(2, 2))
            for before, after, depth in zip(inputs, widths, depths)
        )
        self.fc6 = convolution(widths[4], hidden, hidden_kernel)
        self.fc7 = convolution(hidden, hidden, 1)
        self.dropout = nn.Dropout2d(0.1)
        self.fc7_score = nn.Conv2d(hidden, classes, 1)
        self.pool4_score = nn.Conv2d(widths[3], classes, 1)
        self.pool3_score = nn.Conv2d(widths[2], classes, 1)
        self.upsample_fc7 = bilinear_upsampling(classes, 2)
        self.upsample_pool4 = bilinear_upsampling(classes, 2)
        self.upsample_pool3 = bilinear_upsampling(classes, 8)

    def forward(self, image):
        features = image
        pooled = []
        for stage in self.stages:
            features = stage(features)
            pooled.append(features)
        hidden = self.dropout(self.fc7(self.fc6(pooled[4])))
        scores = self.upsample_fc7(self.fc7_score(hidden)) + self.pool4_score(pooled[3])
        scores = self.upsample_pool4(scores) + self.pool3_score(pooled[2])
        return self.upsample_pool3(scores)


class UNet(nn.Module):
    """U-Net (Ronneberger, Fischer, Brox, MICCAI 2015) with same-padding and batch normalisation.

    Height and width must be multiples of 2 ** (len(widths) - 1).
    """

    def __init__(self, widths=STAGE_WIDTHS, classes=CLASS_COUNT):
        super().__init__()
        inputs = (3,) + tuple(widths[:-1])
        narrower = widths[-2::-1]
        wider = widths[:0:-1]
        self.down = nn.ModuleList(
            nn.Sequential(*convolutions(before, after, 2)) for before, after in zip(inputs, widths)
        )
        self.up = nn.ModuleList(
            nn.ConvTranspose2d(before, after, 2, stride=2) for before, after in zip(wider, narrower)
        )
        self.decode = nn.ModuleList(nn.Sequential(*convolutions(2 * width, width, 2)) for width in narrower)
        self.score = nn.Conv2d(widths[0], classes, 1)
        self.pool = nn.MaxPool2d(2, 2)

    def forward(self, image):
        features = self.down[0](image)
        skips = []
        for down in self.down[1:]:
            skips.append(features)
            features = down(self.pool(features))
        for up, decode, skip in zip(self.up, self.decode, reversed(skips)):
            features = decode(torch.cat([skip, up(features)], dim=1))
        return self.score(features)


class SegNet(nn.Module):
    """SegNet (Badrinarayanan, Kendall, Cipolla, PAMI 2017): the decoder un-pools with the encoder's pooling indices.

    Height and width must be multiples of 2 ** len(widths): un-pooling has no way to restore an odd size.
    """

    def __init__(self, widths=STAGE_WIDTHS, depths=STAGE_DEPTHS, classes=CLASS_COUNT):
        super().__init__()
        inputs = (3,) + tuple(widths[:-1])
        self.encode = nn.ModuleList(
            nn.Sequential(*convolutions(before, after, depth)) for before, after, depth in zip(inputs, widths, depths)
        )
        stages = list(zip(widths, inputs, depths))[::-1]
        self.decode = nn.ModuleList(
            self._decoder_stage(width, narrower, depth) for width, narrower, depth in stages[:-1]
        )
        self.decode.append(
            nn.Sequential(
                *convolutions(widths[0], widths[0], depths[0] - 1),
                nn.Conv2d(widths[0], classes, 3, padding=1),
            )
        )
        self.pool = nn.MaxPool2d(2, 2, return_indices=True)
        self.unpool = nn.MaxUnpool2d(2, 2)

    @staticmethod
    def _decoder_stage(width, narrower, depth):
        """The mirror image of an encoder stage: its last convolution changes the number of channels."""
        return nn.Sequential(*convolutions(width, width, depth - 1), convolution(width, narrower))

    def forward(self, image):
        features = image
        indices = []
        for encode in self.encode:
            features, positions = self.pool(encode(features))
            indices.append(positions)
        for decode, positions in zip(self.decode, reversed(indices)):
            features = decode(self.unpool(features, positions))
        return features


SEMANTIC_NETWORKS = {"fcn8s": FCN8s, "unet": UNet, "segnet": SegNet}


def encoder_stages(network):
    """The stages of an FCN8s, a UNet or a SegNet from the image down."""
    return getattr(network, {FCN8s: "stages", UNet: "down", SegNet: "encode"}[type(network)])


def copy_encoder(source, target):
    """Starts the encoder of a U-Net or a SegNet from a trained FCN8s with the same stages.

    SegNet's authors start from VGG16 in the same way.
    """
    for trained, fresh in zip(source.stages, encoder_stages(target)):
        for layer in range(len(fresh)):
            fresh[layer].load_state_dict(trained[layer].state_dict())


@torch.no_grad()
def copy_folded_encoder(source, target, images):
    """``copy_encoder`` from an FCN8s whose batch normalisation has been folded into its convolutions.

    A folded convolution does not say what its normalisation was. The new one is given the mean and the deviation that
    the convolution's outputs have for ``images``, float32 [N, 3, H, W], so that the encoder's outputs stay the same.
    """
    features = images
    for trained, fresh in zip(source.stages, encoder_stages(target)):
        for layer in range(len(fresh)):
            convolution, normalisation = trained[layer][0], fresh[layer][1]
            features = convolution(features)
            variance, mean = torch.var_mean(features, (0, 2, 3))
            fresh[layer][0].weight.copy_(convolution.weight)
            normalisation.weight.copy_((variance + normalisation.eps).sqrt())
            normalisation.bias.copy_(mean)
            normalisation.running_mean.copy_(mean - convolution.bias)
            normalisation.running_var.copy_(variance)
            features = features.relu()
        features = nn.functional.max_pool2d(features, 2)
