package io.github.segbench.api.option;

/** The type of an option's value in a configuration file. */
public enum OptionType {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  /** A file or folder; relative paths start at the folder of the file that names them. */
  PATH,
  /** A list of strings. */
  STRING_LIST,
  /** A mapping of strings to strings; keys and values that look like numbers are taken as text. */
  STRING_MAP
}
