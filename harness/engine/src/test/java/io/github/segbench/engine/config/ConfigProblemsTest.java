package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.segbench.metrics.evaluation.Convention;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact words for what users get wrong. */
final class ConfigProblemsTest {
  @TempDir private Path root;

  private ConfigFolder folder;

  @BeforeEach
  void setUp() {
    folder = new ConfigFolder(root);
  }

  @Test
  void readsTheFolderThatTheOtherTestsBreak() {
    assertThat(folder.read().name()).isEqualTo("demo");
  }

  @Test
  void namesTheRunFileThatIsMissing() {
    assertThat(problemsOf("runs/none.yaml"))
        .isEqualTo("runs/none.yaml: no such file, expected a run file");
  }

  /** Each line: what is replaced in the run file, by what, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: demo      | nmae: demo             | 1:1: unknown key 'nmae', expected one of [name, description, models, datasets, backends, accuracy, latency, parity], did you mean 'name'? # 1:1: key 'name' is missing, expected an id of letters, digits, '.', '_' and '-', at most 64
          name: demo      | name: a/b              | 1:7: name is 'a/b', expected an id of letters, digits, '.', '_' and '-', at most 64
          name: demo      | name: 2026             | 1:7: name is 2026, expected an id of letters, digits, '.', '_' and '-', at most 64 (put it in quotes)
          name: demo      | name:                  | 1:6: name is empty, expected an id of letters, digits, '.', '_' and '-', at most 64
          name: demo      | name: [demo]           | 1:7: name is a list of 1 item, expected an id of letters, digits, '.', '_' and '-', at most 64
          [tiny]          | [tinny]                | 2:10: unknown model 'tinny', expected one of [tiny], did you mean 'tiny'?; looked in [models]
          [tiny]          | [../models/none.yaml]  | 2:10: no model file models/none.yaml
          [tiny]          | []                     | 2:9: models is an empty list, expected a list that is not empty, each the id of a model, a path ending in .yaml, or a mapping such as {use: fcn8s-shapes, postprocessors: [{id: dense-crf}]}
          [tiny]          | tiny                   | 2:9: models is 'tiny', expected a list that is not empty, each the id of a model, a path ending in .yaml, or a mapping such as {use: fcn8s-shapes, postprocessors: [{id: dense-crf}]}
          [tiny]          | [tiny, tiny]           | 2:16: models.1 has the id 'tiny' of models.0, expected another
          [tiny]          | [1]                    | 2:10: models.0 is 1, expected the id of a model, a path ending in .yaml, or a mapping (put it in quotes)
          [tiny]          | [{use: tiny, postprocessors: [{id: sharpen}]}] | 2:38: model tiny-sharpen: post-processor sharpen works on class scores, which family unet with these options does not give, expected a network that scores every class at every pixel
          [scenes]        | [shape]                | 3:12: unknown data set 'shape', expected one of [scenes]; looked in [datasets]
          [scenes]        | [{use: scenes, splt: val}] | 3:26: unknown key 'splt' in datasets.0, expected one of [use, split, limit, sample, seed, options], did you mean 'split'?
          [scenes]        | [{use: scenes, limit: -1}] | 3:33: datasets.0.limit is -1, expected a whole number >= 0
          [scenes]        | [{use: scenes, options: {widht: 64}}] | 3:36: unknown key 'widht' in datasets.0.options, expected one of [width, colours], did you mean 'width'?
          [scenes]        | [scenes, {use: scenes, split: test}] | 3:20: datasets.1 is the same data set as datasets.0, expected another
          [scenes]        | [scenes, {id: b, reader: shapes, split: s, labels: {id: two, categories: [{id: 1, name: sky}]}}] | 3:20: datasets.1 has a label set 'two' that differs from an earlier one of this id, expected another id
          [tiny]          | ["\\0"]               | 2:10: unknown model '\0', expected one of [tiny]; looked in [models]
          id: onnxruntime | id: onxruntime         | 5:9: unknown backend 'onxruntime', expected one of [djl, onnxruntime], did you mean 'onnxruntime'?
          id: onnxruntime | {id: onnxruntime, device: gpu} | 5:31: backends.0.device is 'gpu', expected cpu, cuda or cuda:N
          id: onnxruntime | {id: onnxruntime, precision: fp8} | 5:34: unknown precision 'fp8', expected one of [fp32, fp16, int8]
          id: onnxruntime | {id: onnxruntime, required: no} | 5:33: backends.0.required is 'no', expected true or false
          id: onnxruntime | {id: onnxruntime, options: {intraOpThread: 2}} | 5:33: unknown key 'intraOpThread' in backends.0.options, expected one of [intraOpThreads, profile], did you mean 'intraOpThreads'?
          id: onnxruntime | {id: onnxruntime, options: {intraOpThreads: -2}} | 5:49: backends.0.options.intraOpThreads is -2, expected a whole number >= 0
          """)
  void saysWhatIsWrongInTheRunFile(String sound, String broken, String expected) {
    folder.write("runs/demo.yaml", replaced(ConfigFolder.RUN, sound, broken));

    assertThat(problems()).isEqualTo(located("runs/demo.yaml", expected));
  }

  /** Each line: a key of a phase, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accuracy: {metrics: [mIuO]}         | 6:22: unknown metric 'mIuO', did you mean 'mIoU'?
          accuracy: {metrics: [PQ, PQ]}       | 6:26: accuracy.metrics.1 is 'PQ' once more
          accuracy: {convention: camvid}      | 6:24: unknown convention 'camvid', expected one of CONVENTIONS, did you mean 'camvid11'?
          accuracy: {threads: -1}             | 6:21: accuracy.threads is -1, expected a whole number from 0 to 1024
          accuracy: {bootstrap: {resamples: x}} | 6:35: accuracy.bootstrap.resamples is 'x', expected a whole number >= 0
          accuracy:                           | 6:10: accuracy is empty, expected a mapping with the keys [enabled, metrics, convention, threads, bootstrap]
          latency: {preset: quik}             | 6:19: unknown preset 'quik', expected one of [quick, standard, publish], did you mean 'quick'?
          parity: {reference: djl}            | 6:21: parity.reference is 'djl', expected the id or label of one of [onnxruntime-cpu-fp32]
          parity: {minAgreement: 99.9}        | 6:24: parity.minAgreement is 99.9, expected a fraction <= 1
          parity: {images: 0}                 | 6:18: parity.images is 0, expected a whole number >= 1
          latency: {fork: 1}                  | 6:11: unknown key 'fork' in latency, expected one of [enabled, preset, forks, warmupIterations, warmupTime, warmupLimit, measurementIterations, measurementTime, pause, images, threads, batch, coldStarts, scenarios, scenarioTime, imagesPerQuery, serverBound], did you mean 'forks'?
          latency: {forks: 0}                 | 6:18: latency.forks is 0, expected a whole number from 1 to 1000
          latency: {forks: 1.5}               | 6:18: latency.forks is 1.5, expected a whole number from 1 to 1000
          latency: {batch: [1, -4]}           | 6:22: latency.batch.1 is -4, expected a whole number >= 1
          latency: {batch: 4}                 | 6:18: latency.batch is 4, expected a list that is not empty, each a whole number >= 1
          latency: {threads: [1, 1]}          | 6:24: latency.threads.1 is 1 once more
          latency: {warmupTime: 2}            | 6:23: latency.warmupTime is 2, expected a time such as 500 ms, 2 s or 1 min
          latency: {measurementTime: 0 s}     | 6:28: latency.measurementTime is '0 s', expected a time such as 500 ms, 2 s or 1 min
          latency: {images: 99999999999}      | 6:19: latency.images is 99999999999, expected a whole number >= 1
          name: again                         | 6:1: key 'name' stands twice, first in line 1
          'models: []'                         | 6:1: key 'models' stands twice, first in line 2
          """)
  void saysWhatIsWrongInAPhase(String line, String expected) {
    folder.write("runs/demo.yaml", ConfigFolder.RUN + line + "\n");
    String conventions = Stream.of(Convention.values()).map(Convention::id).toList().toString();
    String whole = expected.replace("CONVENTIONS", conventions);

    assertThat(problems()).isEqualTo(located("runs/demo.yaml", whole));
  }

  /** Each line: what is replaced in the model file, by what, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: tiny      | id: small     | 1:5: id is 'small', expected 'tiny' as the file's name
          family: unet  | family: u-net | 2:9: unknown model family 'u-net', expected one of [pair, segnet, self-made, unet], did you mean 'unet'?
          family: unet  | family: segnet | 2:9: model tiny: padMultiple must be even
          labels: two   | labels: three | 3:9: unknown label set 'three', expected one of [two]; looked in [labels]
          tiny.onnx     | none.onnx     | 5:16: no model file weights/none.onnx, expected the weights in format onnx
          'onnx: {path'  | 'onx: {path' | 5:3: unknown key 'onx' in files, expected one of [onnx, torchscript], did you mean 'onnx'?
          tiny.onnx     | tiny.onnx, sha256: 12ab | 5:46: files.onnx.sha256 is '12ab', expected 64 lower-case hexadecimal digits
          name: image   | nam: image    | 7:3: unknown key 'nam' in input, expected one of [name, resize, padMultiple, padValue, channelOrder, layout, type, scale, mean, std, maxBatch], did you mean 'name'? # 7:3: key 'input.name' is missing, expected a text
          name: image   | {name: image, mean: [0.5]} | 7:23: input.mean is a list of 1 item, expected a list of 3 items, each a number
          name: image   | {name: image, std: [1, 0, 1]} | 7:26: input.std.1 is 0, expected a number > 0
          name: image   | {name: image, scale: 1/255} | 7:24: input.scale is '1/255', expected a number > 0
          name: image   | {name: image, layout: HWC} | 7:25: unknown layout 'HWC', expected one of [NCHW, NHWC, CHW], did you mean 'NHWC'?
          name: image   | {name: image, resize: {mode: exact, width: 64}} | 7:25: key 'input.resize.height' is missing, expected a whole number >= 1
          name: image   | {name: image, type: float16} | 7:23: unknown element type 'float16', expected one of [float32, uint8], did you mean 'float32'?
          name: image   | {name: image, resize: {mode: none, antialias: true}} | 7:38: unknown key 'antialias' in input.resize, expected one of [mode]
          name: image   | {name: image, resize: {mode: none, width: 64}} | 7:38: unknown key 'width' in input.resize, expected one of [mode]
          name: image   | {name: image, maxBatch: -8} | 7:27: input.maxBatch is -8, expected a whole number >= 1
          """)
  void saysWhatIsWrongInAModelFile(String sound, String broken, String expected) {
    folder.write("models/tiny.yaml", replaced(ConfigFolder.MODEL, sound, broken));

    assertThat(problems()).isEqualTo(located("models/tiny.yaml", expected));
  }

  /** Each line: an option of the model, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {ouput: x}        | 8:11: unknown key 'ouput' in options, expected one of [output, kind, threshold, flip], did you mean 'output'?
          {output: 1}       | 8:19: options.output is 1, expected a text (put it in quotes)
          {kind: logit}     | 8:17: unknown value of kind 'logit', expected one of [logits, argmax], did you mean 'logits'?
          {threshold: -0.1} | 8:22: options.threshold is -0.1, expected a number >= 0
          {threshold: .inf} | 8:22: options.threshold is .inf, expected a number >= 0
          {flip: 1}         | 8:17: options.flip is 1, expected true or false
          3                 | 8:10: options is 3, expected a mapping with the keys [output, kind, threshold, flip]
          """)
  void saysWhatIsWrongInOptions(String options, String expected) {
    folder.write("models/tiny.yaml", ConfigFolder.MODEL + "options: " + options + "\n");

    assertThat(problems()).isEqualTo(located("models/tiny.yaml", expected));
  }

  /** Each line: what is replaced in the data set file, by what, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reader: shapes | reader: shape  | 2:9: unknown data set reader 'shape', expected one of [folder, shapes], did you mean 'shapes'?
          reader: shapes | reader: folder | 1:1: key 'options' is missing, expected a mapping with the keys [root, endings]
          split: test    | splits: test   | 1:1: key 'split' is missing, expected a text # 4:9: splits is 'test', expected a mapping, each value a whole number >= 1
          reader: shapes | readr: shapes | 1:1: key 'reader' is missing, expected one of [folder, shapes] # 2:1: unknown key 'readr', expected one of [id, name, reader, labels, split, limit, sample, seed, tasks, splits, source, options], did you mean 'reader'?
          split: test    | 'split: " "'   | 4:8: split is ' ', expected a text
          labels: two    | labels: {id: x, categories: []} | 3:29: labels.categories is an empty list, expected a list that is not empty, each a mapping with the keys [id, name, thing, colour, group, frequency]
          labels: two    | labels: {id: x, categories: [{id: 1, name: sky}], mappings: {two: {sy: sky}}} | 3:68: unknown category 'sy', expected one of [sky], did you mean 'sky'?
          """)
  void saysWhatIsWrongInADatasetFile(String sound, String broken, String expected) {
    folder.write("datasets/scenes.yaml", replaced(ConfigFolder.DATASET, sound, broken));

    assertThat(problems()).isEqualTo(located("datasets/scenes.yaml", expected));
  }

  /** Each line: a further key of the data set file, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sample: -1                | 5:9: sample is -1, expected a whole number >= 0
          seed: today               | 5:7: seed is 'today', expected a whole number
          splits: {val: 0}          | 5:15: splits.val is 0, expected a whole number >= 1
          splits: {val: many, test: -1} | 5:15: splits.val is 'many', expected a whole number >= 1 # 5:27: splits.test is -1, expected a whole number >= 1
          splits: [val]             | 5:9: splits is a list of 1 item, expected a mapping, each value a whole number >= 1
          options: {colours: red}   | 5:20: options.colours is 'red', expected a mapping, each value a text or a number
          options: {colours: {sky: }} | 5:25: options.colours.sky is empty, expected a text or a number
          options: {colours: {sky: [1]}} | 5:26: options.colours.sky is a list of 1 item, expected a text or a number
          source: x                 | 5:9: source is 'x', expected a mapping with the keys [homepage, licence, account, files]
          source: {homepage: https://a.test} | 5:9: key 'source.licence' is missing, expected a text
          source: {licence: x, homepage: a.test} | 5:32: source.homepage is 'a.test', expected an address that starts with http:// or https://
          source: {licence: x, homepage: "https://a test"} | 5:32: source.homepage is 'https://a test', expected an address that starts with http:// or https://
          source: {licence: x, homepage: "https://a.test/%zz"} | 5:32: source.homepage is 'https://a.test/%zz', expected an address that starts with http:// or https://
          source: {licence: x, homepage: "https://a.test", url: x} | 5:50: unknown key 'url' in source, expected one of [homepage, licence, account, files]
          """)
  void saysWhatIsWrongInWhereADatasetIsFrom(String line, String expected) {
    folder.write("datasets/scenes.yaml", ConfigFolder.DATASET + line + "\n");

    assertThat(problems()).isEqualTo(located("datasets/scenes.yaml", expected));
  }

  /** Each line: keys of a file that a data set is distributed as, and what is said about them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: a.zip            | 8:11: key 'source.files.0.into' is missing, expected a relative folder without '..'
          name: a/b.zip, into: a | 8:18: source.files.0.name is 'a/b.zip', expected the name of a file without a folder
          name: .., into: a      | 8:18: source.files.0.name is '..', expected the name of a file without a folder
          name: a.zip, into: /a  | 8:31: source.files.0.into is '/a', expected a relative folder without '..'
          name: a.zip, into: ../a | 8:31: source.files.0.into is '../a', expected a relative folder without '..'
          name: a.zip, into: a/.. | 8:31: source.files.0.into is 'a/..', expected a relative folder without '..'
          name: a.zip, into: a, bytes: 0 | 8:41: source.files.0.bytes is 0, expected a whole number >= 1
          name: a.zip, into: a, sha256: abc | 8:42: source.files.0.sha256 is 'abc', expected 64 lower-case hexadecimal digits
          name: a.zip, into: a, sha1: abc | 8:40: source.files.0.sha1 is 'abc', expected 40 lower-case hexadecimal digits
          name: a.zip, into: a, md5: abc | 8:39: source.files.0.md5 is 'abc', expected 32 lower-case hexadecimal digits
          name: a.zip, into: a, unpack: yes | 8:42: source.files.0.unpack is 'yes', expected true or false
          """)
  void saysWhatIsWrongInAFileToFetch(String keys, String expected) {
    String source =
        """
        source:
          homepage: https://a.test
          licence: x
          files: [{KEYS}]
        """;
    folder.write("datasets/scenes.yaml", ConfigFolder.DATASET + source.replace("KEYS", keys));

    assertThat(problems()).isEqualTo(located("datasets/scenes.yaml", expected));
  }

  /** Each line: what is replaced in the label file, by what, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ignore: 255 | ignore: 1     | 5:10: category id 1 is also the ignore id, expected another
          ignore: 255 | ignore: 65536 | 2:9: ignore is 65536, expected a whole number from 0 to 65535
          id: 1       | id: 0         | 5:10: category id '0' stands twice, first in line 4
          name: circle | name: sky    | 5:19: category name 'sky' stands twice, first in line 4
          name: circle | name: things | 5:19: category name 'things' stands for a mean over categories in results, expected another
          'thing: true' | 'group: all' | 5:34: category group 'all' stands for a mean over categories in results, expected another
          'thing: true' | 'frequency: often' | 5:38: unknown frequency 'often', expected one of [rare, common, frequent]
          '"#d55e00"' | '"red"'       | 5:48: categories.1.colour is 'red', expected a colour such as '#1f77b4', in quotes
          '"#d55e00"' | d55e00        | 5:48: categories.1.colour is 'd55e00', expected a colour such as '#1f77b4', in quotes
          """)
  void saysWhatIsWrongInALabelFileOnceThoughTwoFilesReferToIt(
      String sound, String broken, String expected) {
    folder.write("labels/two.yaml", replaced(ConfigFolder.LABELS, sound, broken));

    assertThat(problems()).isEqualTo(located("labels/two.yaml", expected));
  }

  /** Each line: the mappings of a label file, and what is said about them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {other: {skye: water}}   | 6:20: unknown category 'skye', expected one of [circle, sky], did you mean 'sky'?
          {other: {sky: watre}}    | 6:25: unknown category of other 'watre', expected one of [water], did you mean 'water'?
          {two: {sky: sky}}        | 6:12: labels two are mapped to themselves, expected another label set
          {other: [sky]}           | 6:19: mappings.other is a list of 1 item, expected a mapping, each value a text
          {other: {sky: 1}}        | 6:25: mappings.other.sky is 1, expected a text (put it in quotes)
          """)
  void saysWhatIsWrongInMappings(String mappings, String expected) {
    folder
        .write("labels/two.yaml", ConfigFolder.LABELS + "mappings: " + mappings + "\n")
        .write("labels/other.yaml", "id: other\ncategories: [{id: 0, name: water}]\n");

    assertThat(problems()).isEqualTo(located("labels/two.yaml", expected));
  }

  @Test
  void acceptsMappingsToLabelSetsThatAreNotAtHandAndToVoid() {
    folder
        .write(
            "labels/two.yaml",
            ConfigFolder.LABELS + "mappings: {far: {sky: heaven}, other: {sky: void}}\n")
        .write("labels/other.yaml", "id: other\ncategories: [{id: 0, name: water}]\n");

    assertThat(folder.read().models().get(0).spec().labels().namesIn("far"))
        .containsExactly(entry("sky", "heaven"));
  }

  @Test
  void refusesMappingsBetweenLabelSetsWithoutFiles() {
    folder.write(
        "datasets/scenes.yaml",
        replaced(
            ConfigFolder.DATASET,
            "labels: two",
            "labels: {id: x, categories: [{id: 1, name: sea}], mappings: {two: {sea: water}}}"));

    assertThat(problems())
        .isEqualTo("runs/demo.yaml:2:9: labels x map 'sea' to 'water', expected a category of two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'name: [a'     | runs/demo.yaml:2:1: malformed YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>
          'a: b: c'      | runs/demo.yaml:1:5: malformed YAML: mapping values are not allowed here
          'a: *b'        | runs/demo.yaml:1:4: malformed YAML: found undefined alias b
          'a: &b [*b]'   | runs/demo.yaml:1:4: malformed YAML: an anchor contains itself
          '[a]: b'       | runs/demo.yaml:1:1: a list or mapping stands as a key, expected a name
          'a: !c d'      | runs/demo.yaml:1:4: tag !c is not supported
          '[1, 2]'       | runs/demo.yaml:1:1: the file is a list of 2 items, expected a mapping of keys
          '# nothing'    | runs/demo.yaml: the file is empty, expected a mapping of keys
          """)
  void saysWhereYamlIsMalformed(String text, String expected) {
    folder.write("runs/demo.yaml", text + "\n");

    assertThat(problems().lines()).contains(expected);
  }

  @Test
  void reportsTheProblemsOfAllFilesAtOnce() {
    folder
        .write(
            "runs/demo.yaml",
            """
            name: demo
            models: [tiny, {id: other, famly: unet}, lost]
            datasets: [scenes, 5]
            backends: [{id: onnxruntime, device: gpu}]
            latency: {forks: 0, batch: [-1]}
            """)
        .write(
            "models/tiny.yaml",
            replaced(ConfigFolder.MODEL, "tiny.onnx", "none.onnx") + "options: {flipp: true}\n")
        .write("datasets/scenes.yaml", replaced(ConfigFolder.DATASET, "shapes", "shops"))
        .write("labels/two.yaml", replaced(ConfigFolder.LABELS, "255", "-1"));

    assertThat(problems())
        .isEqualTo(
            """
            runs/demo.yaml:2:16: key 'models.1.family' is missing, expected one of [pair, segnet, self-made, unet]
            runs/demo.yaml:2:28: unknown key 'famly' in models.1, expected one of [id, name, family, parameters, macs, source, postprocessors, options, labels, parts, files, input], did you mean 'family'?
            runs/demo.yaml:2:42: unknown model 'lost', expected one of [tiny]; looked in [models]
            runs/demo.yaml:3:20: datasets.1 is 5, expected the id of a data set, a path ending in .yaml, or a mapping (put it in quotes)
            runs/demo.yaml:4:38: backends.0.device is 'gpu', expected cpu, cuda or cuda:N
            runs/demo.yaml:5:18: latency.forks is 0, expected a whole number from 1 to 1000
            runs/demo.yaml:5:29: latency.batch.0 is -1, expected a whole number >= 1
            models/tiny.yaml:5:16: no model file weights/none.onnx, expected the weights in format onnx
            models/tiny.yaml:8:11: unknown key 'flipp' in options, expected one of [output, kind, threshold, flip], did you mean 'flip'?
            labels/two.yaml:2:9: ignore is -1, expected a whole number from 0 to 65535
            datasets/scenes.yaml:2:9: unknown data set reader 'shops', expected one of [folder, shapes], did you mean 'shapes'?\
            """
                .stripTrailing());
  }

  private String problems() {
    return problemsOf("runs/demo.yaml");
  }

  private String problemsOf(String run) {
    ConfigException e =
        catchThrowableOfType(
            ConfigException.class, () -> folder.reader().read(folder.path(run), Overrides.NONE));
    assertThat(e).as("the exception").isNotNull();
    return folder.message(e);
  }

  private static String replaced(String text, String sound, String broken) {
    assertThat(text).contains(sound);
    return text.replace(sound, broken);
  }

  private static String located(String file, String problems) {
    return file + ":" + problems.replace(" # ", "\n" + file + ":");
  }
}
