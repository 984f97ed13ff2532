package ibid.report.ci;

import ibid.finding.Report;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.Severity;
import ibid.report.ReportWriter;
import ibid.report.view.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML, as test reports of continuous integration read it: a suite for each document, a case for each place. Errors
 * fail; warnings and notes pass and say what they have to say as the output of their case.
 */
public final class JUnitReport implements ReportWriter {

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suites(xml, byDocument(report));
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** A document that nothing was found in has its suite, too: that it was checked is what its reader wants to see. */
    private static Map<String, List<Located>> byDocument(Report report) {
        var places = Located.in(report).stream()
                .collect(Collectors.groupingBy(Located::document, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Located>> all = new LinkedHashMap<>();
        report.documents().stream()
                .map(ReportedDocument::path)
                .forEach(path -> all.put(path, places.getOrDefault(path, List.of())));
        places.forEach(all::putIfAbsent);
        return all;
    }

    private static void suites(XMLStreamWriter xml, Map<String, List<Located>> all) throws XMLStreamException {
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "Ibid");
        xml.writeAttribute(
                "tests",
                Integer.toString(
                        all.values().stream().mapToInt(JUnitReport::cases).sum()));
        xml.writeAttribute(
                "failures",
                Long.toString(
                        all.values().stream().mapToLong(JUnitReport::failures).sum()));
        xml.writeAttribute("time", "0");
        for (var document : all.entrySet()) {
            suite(xml, document.getKey(), document.getValue());
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void suite(XMLStreamWriter xml, String path, List<Located> places) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", Shown.text(path));
        xml.writeAttribute("tests", Integer.toString(cases(places)));
        xml.writeAttribute("failures", Long.toString(failures(places)));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", "0");
        if (places.isEmpty()) {
            start(xml, path, "citations");
            xml.writeEndElement();
        }
        for (var place : places) {
            testcase(xml, path, place);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void testcase(XMLStreamWriter xml, String path, Located place) throws XMLStreamException {
        var finding = place.finding();
        var message = Shown.text(finding.message());
        start(xml, path, finding.rule().label() + " " + Shown.text(path + place.label()));
        xml.writeCharacters("\n      ");
        if (finding.severity() == Severity.ERROR) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", finding.rule().label());
            xml.writeAttribute("message", message);
        } else {
            xml.writeStartElement("system-out");
        }
        xml.writeCharacters(
                Shown.text(path + place.label()) + ": " + finding.severity().label() + ": " + message);
        xml.writeEndElement();
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String path, String name) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", Shown.text(path));
        xml.writeAttribute("name", name);
        xml.writeAttribute("time", "0");
    }

    private static int cases(List<Located> places) {
        return Math.max(1, places.size());
    }

    private static long failures(List<Located> places) {
        return places.stream()
                .filter(place -> place.finding().severity() == Severity.ERROR)
                .count();
    }
}
