package io.github.segbench.datasets.matlab;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FileTree;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** The variables of a MATLAB 5 file, compressed or not, as far as they are matrices of ids. */
public final class MatlabFile {
  private final Path path;
  private final Mat5File variables;

  private MatlabFile(Path path, Mat5File variables) {
    this.path = path;
    this.variables = variables;
  }

  /**
   * @throws FormatException naming the file, if it is missing, damaged or of another version
   */
  public static MatlabFile read(Path path) {
    byte[] bytes = FileTree.bytes(path);
    ElementCheck.require(bytes, path.toString());
    try {
      return new MatlabFile(path, Mat5.newReader(Sources.wrap(bytes)).readMat());
    } catch (IOException e) {
      throw corrupt(path.toString(), String.valueOf(e.getMessage()));
    }
  }

  static FormatException corrupt(String name, String problem) {
    return new FormatException(name + ": corrupt MATLAB 5 file (" + problem + ")");
  }

  /**
   * A matrix of ids, {@code [height, width]}.
   *
   * @param variable the name of a variable, a matrix or a struct with the matrix as a field
   * @param fields the name of that field, if it is a struct
   * @throws FormatException if there is no such matrix, or an element is no whole number from 0 to
   *     65535
   */
  public LabelMap labels(String variable, String... fields) {
    Matrix matrix = matrix(variable, fields);
    int width = matrix.getNumCols();
    int height = matrix.getNumRows();
    if (width < 1 || height < 1) {
      throw problem(variable, fields, "is " + width + "x" + height + ", expected pixels");
    }
    short[] ids = new short[width * height];
    for (int x = 0, element = 0; x < width; x++) {
      for (int pixel = x; pixel < ids.length; pixel += width, element++) {
        ids[pixel] = (short) id(matrix, element, variable, fields);
      }
    }
    return new LabelMap(width, height, ids);
  }

  /**
   * The elements of a vector of ids, or of a matrix column by column.
   *
   * @throws FormatException as for {@link #labels}
   */
  public List<Integer> numbers(String variable, String... fields) {
    Matrix matrix = matrix(variable, fields);
    List<Integer> numbers = new ArrayList<>();
    for (int element = 0; element < matrix.getNumElements(); element++) {
      numbers.add(id(matrix, element, variable, fields));
    }
    return numbers;
  }

  private int id(Matrix matrix, int element, String variable, String... fields) {
    double number = matrix.getDouble(element);
    int id = (int) number;
    if (id != number || id < 0 || id > LabelSet.MAX_ID) {
      throw problem(
          variable,
          fields,
          "has " + number + " as element " + element + ", expected whole numbers 0..65535");
    }
    return id;
  }

  private Matrix matrix(String variable, String... fields) {
    Array value = variable(variable);
    for (String field : fields) {
      if (!(value instanceof Struct struct)
          || struct.getNumElements() != 1
          || !struct.getFieldNames().contains(field)) {
        throw problem(variable, fields, "is missing, expected a struct with that field");
      }
      value = struct.get(field);
    }
    if (value instanceof Matrix matrix
        && matrix.getType() != MatlabType.Character
        && matrix.getNumDimensions() == 2
        && !matrix.isComplex()) {
      return matrix;
    }
    throw problem(variable, fields, "is a " + value.getType() + ", expected a matrix of numbers");
  }

  private Array variable(String name) {
    List<String> names = new ArrayList<>();
    for (MatFile.Entry entry : variables.getEntries()) {
      if (entry.getName().equals(name)) {
        return entry.getValue();
      }
      names.add(entry.getName());
    }
    throw new FormatException(
        path + ": variable '" + name + "' is missing, expected it beside " + names);
  }

  private FormatException problem(String variable, String[] fields, String problem) {
    String name = fields.length == 0 ? variable : variable + "." + String.join(".", fields);
    return new FormatException(path + ": '" + name + "' " + problem);
  }
}
