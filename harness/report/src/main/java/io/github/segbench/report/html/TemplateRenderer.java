package io.github.segbench.report.html;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.github.segbench.report.ReportException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders the templates: those of a user's folder first, the packaged ones for the rest. Templates
 * can show the page's data and nothing else; they cannot load classes.
 */
final class TemplateRenderer {
  private static final String PACKAGED = "/segbench-report-templates";
  private static final String START = "index.ftlh";

  private final Configuration configuration;

  /**
   * @param userTemplates null for the packaged templates alone
   * @throws ReportException if the folder is not there
   */
  TemplateRenderer(@Nullable Path userTemplates) {
    TemplateLoader packaged = new ClassTemplateLoader(TemplateRenderer.class, PACKAGED);
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(
        userTemplates == null
            ? packaged
            : new MultiTemplateLoader(new TemplateLoader[] {folder(userTemplates), packaged}));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
  }

  private static TemplateLoader folder(Path userTemplates) {
    try {
      return new FileTemplateLoader(userTemplates.toFile());
    } catch (IOException e) {
      throw new ReportException(
          "folder of templates cannot be read: " + userTemplates + ", expected a folder", e);
    }
  }

  /**
   * @throws ReportException naming the template and the line that is wrong
   */
  String render(Page page) {
    StringWriter out = new StringWriter();
    try {
      configuration.getTemplate(START).process(Map.of("page", page), out);
    } catch (ParseException e) {
      throw wrong(e.getTemplateName(), e.getLineNumber(), e.getEditorMessage(), e);
    } catch (TemplateException e) {
      if (e.getCause() instanceof ParseException cause) {
        throw wrong(cause.getTemplateName(), cause.getLineNumber(), cause.getEditorMessage(), e);
      }
      throw wrong(e.getTemplateSourceName(), e.getLineNumber(), e.getMessageWithoutStackTop(), e);
    } catch (IOException e) {
      throw new ReportException("template cannot be read: " + firstLine(e.getMessage()), e);
    }
    return out.toString();
  }

  private static ReportException wrong(
      @Nullable String template,
      @Nullable Integer line,
      @Nullable String message,
      Throwable cause) {
    return new ReportException(
        "template " + template + ":" + line + ": " + firstLine(message), cause);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "unknown cause" : message.strip().lines().findFirst().orElse("");
  }
}
