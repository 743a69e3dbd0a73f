"""What all training recipes share: scene order, learning rate, averaged weights, checkpoints, and the loop itself."""

import argparse
import copy
import math
import os
import time
from dataclasses import dataclass
from typing import Callable

import cv2
import numpy as np
import torch

from shapes_data import SceneFolder, SceneMemory, augment

SEED_STRIDE = 1_000_003


class AveragedWeights:
    """An exponential moving average of a network's weights, in ``network``; this is what a recipe saves.

    The decay grows from 0.1 to ``decay`` over the first steps, so that the random start is forgotten.
    """

    def __init__(self, network, decay=0.99):
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self.decay = decay
        self.updates = 0

    @torch.no_grad()
    def update(self, network):
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        averages = self.network.state_dict().values()
        for average, value in zip(averages, network.state_dict().values()):
            if average.dtype.is_floating_point:
                average.mul_(decay).add_(value, alpha=1 - decay)
            else:
                average.copy_(value)


@dataclass(frozen=True)
class Stage:
    """A part of a training: so many steps with batches of one size, each scene changed by ``augment(scene, random)``."""

    steps: int
    batch_size: int
    augment: Callable = augment


class Schedule:
    """The batches of all stages, each a function of the seed and the step alone: a resumed training sees the same ones.

    Every pass over the scenes has a new random order; a batch may reach from one pass into the next.
    """

    def __init__(self, scenes, stages, seed):
        self.scenes = scenes
        self.seed = seed
        self.steps = sum(stage.steps for stage in stages)
        self._stages = [stage for stage in stages for _ in range(stage.steps)]
        self._first_scene = np.cumsum([0] + [stage.batch_size for stage in self._stages])
        self._order = (-1, None)

    def batch(self, step, random):
        stage = self._stages[step]
        first = self._first_scene[step]
        chosen = [self._scene(number) for number in range(first, first + stage.batch_size)]
        return [stage.augment(self.scenes[index], random) for index in chosen]

    def random(self, step):
        """The generator for a step's augmentation; torch's own (dropout) is seeded along with it."""
        torch.manual_seed(self.seed * SEED_STRIDE + step)
        return np.random.default_rng([self.seed, 1, step])

    def _scene(self, number):
        epoch, position = divmod(int(number), len(self.scenes))
        if epoch != self._order[0]:
            self._order = (epoch, np.random.default_rng([self.seed, 0, epoch]).permutation(len(self.scenes)))
        return self._order[1][position]


def learning_rate(peak, step, steps, warm_up):
    """Linear warm-up times a cosine from 1 to 0, plus 1e-6."""
    warm = min(1.0, (step + 1) / warm_up)
    cosine = 0.5 + 0.5 * math.cos(math.pi * step / steps)
    return peak * warm * cosine + 1e-6


class Checkpoint:
    """Everything that a training needs to go on where it was interrupted, in one file that is replaced as a whole."""

    def __init__(self, path, minutes, network, averaged, optimiser):
        self.path = path
        self.minutes = minutes
        self._network = network
        self._averaged = averaged
        self._optimiser = optimiser
        self._saved_at = time.monotonic()

    def save_if_due(self, step, cpu_seconds):
        if self.path and time.monotonic() - self._saved_at >= self.minutes * 60:
            self.save(step, cpu_seconds)

    def save(self, step, cpu_seconds):
        state = {
            "step": step,
            "cpu_seconds": cpu_seconds,
            "network": self._network.state_dict(),
            "averaged": self._averaged.network.state_dict(),
            "updates": self._averaged.updates,
            "optimiser": self._optimiser.state_dict(),
        }
        torch.save(state, f"{self.path}.part")
        os.replace(f"{self.path}.part", self.path)
        self._saved_at = time.monotonic()

    def resume(self):
        """Takes the state of the file; gives the number of steps done and the CPU seconds they took."""
        state = torch.load(self.path)
        self._network.load_state_dict(state["network"])
        self._averaged.network.load_state_dict(state["averaged"])
        self._averaged.updates = state["updates"]
        self._optimiser.load_state_dict(state["optimiser"])
        return state["step"], state["cpu_seconds"]


def train(network, losses_of, scenes, arguments, warm_up, gradient_limit=None, stages=None, evaluate=None):
    """Trains a network with AdamW and gives back the averaged weights' copy of it.

    losses_of: function of a list of augmented Scenes and a numpy random generator; a dictionary of scalar tensors.
    gradient_limit: the norm to which gradients are clipped, or None. stages: a list of Stage; without it one stage of
    ``arguments``. evaluate: function of the averaged network and the number of steps done, called every
    ``arguments.evaluate_every`` steps.
    """
    schedule = Schedule(scenes, stages or [Stage(arguments.steps, arguments.batch_size)], arguments.seed)
    if arguments.bf16:
        network.to(memory_format=torch.channels_last)
    averaged = AveragedWeights(network)
    optimiser = torch.optim.AdamW(network.parameters(), lr=arguments.learning_rate, weight_decay=arguments.weight_decay)
    checkpoint = Checkpoint(arguments.checkpoint, arguments.checkpoint_minutes, network, averaged, optimiser)
    done, cpu_before = checkpoint.resume() if arguments.resume else (0, 0.0)
    network.train()
    totals = {}
    start = time.process_time() - cpu_before
    for step in range(done, schedule.steps):
        random = schedule.random(step)
        rate = learning_rate(arguments.learning_rate, step, schedule.steps, warm_up)
        for group in optimiser.param_groups:
            group["lr"] = rate
        losses = losses_of(schedule.batch(step, random), random)
        optimiser.zero_grad(set_to_none=True)
        sum(losses.values()).backward()
        if gradient_limit is not None:
            torch.nn.utils.clip_grad_norm_(network.parameters(), gradient_limit)
        optimiser.step()
        averaged.update(network)
        for name, loss in losses.items():
            totals.setdefault(name, []).append(loss.item())
        if (step + 1) % arguments.report_every == 0:
            means = " ".join(f"{name} {np.mean(values):.4f}" for name, values in totals.items())
            minutes = (time.process_time() - start) / 60
            print(f"step {step + 1}/{schedule.steps} {means} CPU minutes {minutes:.1f}", flush=True)
            totals = {}
        if evaluate is not None and (step + 1) % arguments.evaluate_every == 0:
            evaluate(averaged.network, step + 1)
        checkpoint.save_if_due(step + 1, time.process_time() - start)
    if checkpoint.path:
        checkpoint.save(schedule.steps, time.process_time() - start)
    return averaged.network


def precision(arguments):
    """The context in which a recipe runs its network forward: bfloat16 convolutions where asked for."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=arguments.bf16)


def parser(description, steps, learning_rate, batch_size=8, weight_decay=1e-3, bf16=False):
    """The arguments that every training recipe takes, with this recipe's defaults.

    steps: None for a recipe that has stages of its own. bf16: whether the recipe runs its network in ``precision``, so
    that --bf16 can be asked for.
    """
    arguments = argparse.ArgumentParser(description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    arguments.add_argument("--data", required=True, help="exported training split")
    arguments.add_argument("--out", required=True, help="file for the trained weights (a state dict)")
    if steps is not None:
        arguments.add_argument("--steps", type=int, default=steps)
        arguments.add_argument("--batch-size", type=int, default=batch_size)
    arguments.add_argument("--learning-rate", type=float, default=learning_rate)
    arguments.add_argument("--weight-decay", type=float, default=weight_decay)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--threads", type=int, default=1)
    if bf16:
        arguments.add_argument("--bf16", action="store_true", help="run convolutions in bfloat16")
    arguments.set_defaults(bf16=False)
    arguments.add_argument("--report-every", type=int, default=100, help="steps between two progress lines")
    arguments.add_argument("--evaluate-every", type=int, default=500, help="steps between two evaluations, if any")
    arguments.add_argument("--initial-weights", help="go on from these weights")
    arguments.add_argument("--checkpoint", help="file that is rewritten every few minutes")
    arguments.add_argument("--checkpoint-minutes", type=float, default=3)
    arguments.add_argument("--resume", action="store_true", help="go on from the file of --checkpoint")
    return arguments


def fix_seed(arguments):
    """Fixes the seed and the thread count."""
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)


def prepare(arguments):
    """Fixes the seed and the thread counts, and reads the training split of Shapes."""
    fix_seed(arguments)
    cv2.setNumThreads(0)
    return SceneMemory(SceneFolder(arguments.data))
