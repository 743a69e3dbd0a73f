package io.github.segbench.formats.coco;

import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A place in a JSON file that moves forward only. It stands on a value, gives it as the type that
 * is expected there, and otherwise says in which file, entry and line it was found.
 */
final class JsonCursor {
  private static final double LARGEST_WHOLE = 1L << 53;
  private static final int LONGEST_QUOTE = 40;

  private final Path file;
  private final JsonParser parser;
  private String list = "";
  private int entry;

  private JsonCursor(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a file from its first value to its end.
   *
   * @param reader gets a cursor that stands on the root value, and leaves it at that value's end
   * @throws FormatException if the file is missing, empty, cut off or no JSON
   */
  static <T> T read(Path file, Function<JsonCursor, T> reader) {
    if (Files.isDirectory(file)) {
      throw new FormatException(file + ": is a folder, expected a JSON file");
    }
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser parser = factory().createParser(ObjectReadContext.empty(), bytes)) {
      JsonCursor cursor = new JsonCursor(file, parser);
      if (parser.nextToken() == null) {
        throw new FormatException(file + ": empty file, expected JSON");
      }
      T result = reader.apply(cursor);
      if (parser.nextToken() != null) {
        throw cursor.problem("the file goes on after its end, expected nothing more");
      }
      return result;
    } catch (NoSuchFileException e) {
      throw new FormatException(file + ": no such file", e);
    } catch (IOException e) {
      throw new FormatException(file + ": cannot be read (" + oneLine(e.getMessage()) + ")", e);
    } catch (JacksonException e) {
      throw damaged(file, e);
    }
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        // Python writes NaN as it is. Understood, it is refused with the name of its key.
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  private static FormatException damaged(Path file, JacksonException e) {
    String what =
        e instanceof UnexpectedEndOfInputException
            ? "the JSON is cut off"
            : oneLine(e.getOriginalMessage());
    return new FormatException(file + ": " + what + at(e.getLocation()), e);
  }

  private static String at(@Nullable TokenStreamLocation location) {
    if (location == null || location.getLineNr() < 1) {
      return "";
    }
    return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "no reason given" : text.replaceAll("\\p{Cntrl}+", " ");
  }

  Path file() {
    return file;
  }

  /** Says for messages which entry of which list is read. */
  void enterEntry(String name, int index) {
    list = name;
    entry = index;
  }

  void leaveEntries() {
    list = "";
  }

  /**
   * Goes to the value of the next key of an object.
   *
   * @return its key; null at the end of the object
   */
  @Nullable String nextKey() {
    String key = parser.nextName();
    if (key != null) {
      parser.nextToken();
    }
    return key;
  }

  /** Goes to the next element of an array; false at its end. */
  boolean nextElement() {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  /** Leaves the value out, however large it is. */
  void skip() {
    parser.skipChildren();
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  boolean isEmptyText() {
    return isNull() || (isText() && parser.getString().isEmpty());
  }

  /**
   * Reads the value of a key that may stand once.
   *
   * @param before what was read of the key before, null if nothing
   */
  <T> T once(String key, @Nullable T before, Function<JsonCursor, T> reader) {
    if (before != null) {
      throw problem("key '" + key + "' stands twice, expected once");
    }
    return reader.apply(this);
  }

  void requireObject(String key) {
    if (!isObject()) {
      throw unexpected(key, "an object");
    }
  }

  void requireArray(String key) {
    if (!isArray()) {
      throw unexpected(key, "an array");
    }
  }

  /** A string that is neither empty nor blank. */
  String text(String key) {
    if (!isText() || parser.getString().isBlank()) {
      throw unexpected(key, "a text");
    }
    return parser.getString();
  }

  /** Appends the string that the cursor stands on. */
  long textInto(ByteArena arena) {
    char[] characters = parser.getStringCharacters();
    return arena.append(characters, parser.getStringOffset(), parser.getStringLength());
  }

  int textLength() {
    return parser.getStringLength();
  }

  /** A number without a fraction, however it is written. */
  long wholeNumber(String key) {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return parser.getLongValue();
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      double number = parser.getDoubleValue();
      if (Math.rint(number) == number && Math.abs(number) <= LARGEST_WHOLE) {
        return (long) number;
      }
    }
    throw unexpected(key, "a whole number");
  }

  /** An id as text, whichever of the two it is. */
  String textOrWholeNumber(String key) {
    return isText() ? text(key) : Long.toString(wholeNumber(key));
  }

  /**
   * @param smallest of the range that is allowed
   * @param largest of it
   */
  int wholeNumber(String key, int smallest, int largest) {
    long number = wholeNumber(key);
    if (number < smallest || number > largest) {
      throw unexpected(key, smallest + ".." + largest);
    }
    return (int) number;
  }

  /** 0, 1, false or true. */
  boolean flag(String key) {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> wholeNumber(key, 0, 1) == 1;
      default -> throw unexpected(key, "0 or 1");
    };
  }

  double finite(String key) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      double number =
          DecimalText.parse(
              parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
      number = Double.isNaN(number) ? parser.getDoubleValue() : number;
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw unexpected(key, "a finite number");
  }

  /** A value that is not what its key asks for. */
  FormatException unexpected(String key, String expected) {
    return problem(key + " is " + quote() + ", expected " + expected);
  }

  FormatException missing(String key) {
    return problem("key '" + key + "' is missing");
  }

  private String quote() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "\"" + shorten(parser.getString()) + "\"";
      default -> shorten(parser.getString());
    };
  }

  private static String shorten(String text) {
    String line = oneLine(text);
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
  }

  /** A problem at this place. */
  FormatException problem(String message) {
    String where = list.isEmpty() ? "" : list + "[" + entry + "]: ";
    return new FormatException(file + ": " + where + message + at(parser.currentTokenLocation()));
  }
}
