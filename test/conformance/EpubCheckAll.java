import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.reporting.CheckingReport;
import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;

/** Runs EPUBCheck over all files named, in one JVM, and prints a JSON array of its reports. */
public class EpubCheckAll {
  public static void main(String[] files) {
    // EPUBCheck itself may print to stdout: only our array may stand there.
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    var reports = new ArrayList<String>();
    for (var file : files) {
      var text = new StringWriter();
      var report = new CheckingReport(new PrintWriter(text), file);
      report.initialize();
      var check = new EpubCheck(new File(file), report);
      check.setLocale(Locale.ENGLISH);
      check.doValidate();
      report.generate();
      reports.add(text.toString());
    }
    out.println("[" + String.join(",\n", reports) + "]");
  }
}
