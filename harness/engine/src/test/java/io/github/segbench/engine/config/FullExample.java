package io.github.segbench.engine.config;

/** Files that use every key, each with another value than its default. */
final class FullExample {
  static final String RUN =
      """
      name: full
      description: |
        Every key,
        on two lines.
      models:
        - tiny
        - id: inline
          name: In line
          family: segnet
          labels: ../labels/two.yaml
          files:
            onnx: {path: ../weights/tiny.onnx}
          input: {name: x, resize: {mode: exact, width: 64, height: 32}, padMultiple: 2}
        - use: tiny
          postprocessors:
            - {id: blur, options: {radius: 2}}
            - id: blur
        - {id: self, family: self-made}
        - {use: tiny, id: other, name: Other, input: {padMultiple: 64}, options: {flip: false}}
        - id: both
          family: pair
          labels: ../labels/two.yaml
          parts: {instance: tiny, semantic: tiny}
      datasets:
        - scenes
        - {use: scenes, split: val, limit: 20, sample: 40, seed: -3, options: {width: 64}}
        - id: disk
          name: On disk
          reader: folder
          labels:
            id: one
            categories: [{id: 3, name: cat, thing: true, group: animal, frequency: rare}]
            mappings: {two: {cat: circle}}
          split: train
          limit: 7
          options: {root: data, endings: [.jpg, .png]}
      backends:
        - id: onnxruntime
          device: cuda:1
          precision: fp16
          required: true
          options: {intraOpThreads: 2, profile: /tmp/profile}
        - id: djl
      accuracy:
        enabled: false
        metrics: [mIoU, PQ]
        convention: camvid11
        threads: 3
        bootstrap: {resamples: 10, seed: -5}
      latency:
        enabled: false
        preset: publish
        forks: 2
        warmupIterations: 0
        warmupTime: 250 ms
        warmupLimit: 8 s
        measurementIterations: 4
        measurementTime: 1 min
        pause: 75 ms
        images: 5
        threads: [1, 4]
        batch: [1, 8]
        coldStarts: 0
        scenarios: [server, multiStream]
        scenarioTime: 3 s
        imagesPerQuery: 4
        serverBound: 50 ms
      parity:
        reference: djl
        images: 3
        maxDifference: 0.5
        minAgreement: 0.75
        demand: true
      """;

  static final String MODEL =
      """
      id: tiny
      name: Tiny net
      family: unet
      labels: two
      files:
        onnx:
          path: ../weights/tiny.onnx
          sha256: aa3f55a04cd238c13e95de778d48370fcc147b6ebc2f2ce55e3710fefc7e5041
          fp16: {path: ../weights/tiny.onnx}
          int8:
            path: ../weights/tiny.onnx
            sha256: aa3f55a04cd238c13e95de778d48370fcc147b6ebc2f2ce55e3710fefc7e5041
        torchscript: {path: ../weights/tiny.onnx, outputs: [logits, boxes]}
      input:
        name: image
        resize: {mode: shortSide, shortSide: 800, maxLongSide: 1333, antialias: true, rounding: torchvision-detection}
        padMultiple: 32
        padValue: -1.5
        channelOrder: BGR
        layout: NHWC
        type: uint8
        scale: 1
        mean: [103.53, 116.28, 123.675]
        std: [57.375, 57.12, 1e-3]
        maxBatch: 8
      options: {output: out, kind: argmax, threshold: 1, flip: true}
      parameters: 601992
      macs: 211804160
      source:
        homepage: https://nets.test
        licence: For tests alone.
        account: Make it yourself.
        files:
          - {name: tiny.onnx, url: "https://nets.test/tiny.onnx", into: tiny}
      """;

  static final String DATASET =
      """
      id: scenes
      name: Scenes
      reader: shapes
      labels: two
      split: test
      limit: 300
      sample: 400
      seed: 9
      tasks: [semantic, panoptic]
      splits: {train: 6000, test: 300}
      source:
        homepage: https://scenes.test/data?set=1
        licence: For tests alone.
        account: Ask the publisher for one.
        files:
          - name: scenes.zip
            url: https://scenes.test/scenes.zip
            bytes: 123456789012
            sha256: aa3f55a04cd238c13e95de778d48370fcc147b6ebc2f2ce55e3710fefc7e5041
            sha1: 4e443f8a2eca6b1dac8a6c57641b67dd40621a49
            md5: 6cd6e144f989b92b3379bac3b3de84fd
            into: scenes/images
            unpack: false
          - name: labels.TAR.gz
            into: scenes
            from: scenes-1.2
            archives: [maps/train.zip, maps/test.zip]
            splits: [train]
      options: {width: 256, colours: {sky: 0x56b4e9, 1: "on"}}
      """;

  private FullExample() {}
}
