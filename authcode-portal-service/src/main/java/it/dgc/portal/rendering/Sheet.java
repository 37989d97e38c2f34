package it.dgc.portal.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import it.dgc.common.qr.QrSymbol;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The pages as XHTML: one to show on a screen, one to keep, and a sheet of four panels that folds with the health details
 * inside. The upright pages come first because a screen reader meets them so: in the order of their meaning. Built node
 * by node, so that nothing of a name can become markup.
 */
final class Sheet {

    private final CertificateView view;
    private final List<DocumentLanguage> languages;
    private final Document document;

    private Sheet(CertificateView view, DocumentLanguage language) {
        this.view = view;
        this.languages = language.shown();
        this.document = empty();
    }

    static Document of(CertificateView view, DocumentLanguage language) {
        Sheet sheet = new Sheet(view, language);
        Element html = sheet.document.createElement("html");
        sheet.document.appendChild(html);
        html.setAttribute("lang", sheet.languages.getFirst().code());
        sheet.head(add(html, "head"));
        sheet.body(add(html, "body"));
        return sheet.document;
    }

    private void head(Element head) {
        add(head, "title").setTextContent(Term.TITLE.in(languages.getFirst()));
        meta(head, "subject", Term.TITLE.in(languages.getFirst()));
        meta(head, "description", Term.TITLE.in(languages.getFirst()));
        add(head, "style").setTextContent(css());
    }

    private static void meta(Element head, String name, String content) {
        Element meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private void body(Element body) {
        Element shown = block(body, "page");
        cover(block(shown, "band"), "h1");
        identity(block(shown, "identity large"));
        Element kept = block(body, "page");
        details(block(kept, "details large"));
        issuer(block(kept, "issuer large"), Term.ADVICE);
        Element folded = block(body, "sheet");
        cover(block(folded, "panel cover upright"), "h2");
        identity(block(folded, "panel identity upright"));
        issuer(block(folded, "panel issuer turned"), Term.FOLDING);
        details(block(folded, "panel details turned"));
    }

    private void cover(Element panel, String heading) {
        text(panel, "p", "state", "Repubblica Italiana");
        text(panel, "p", "ministry", "Ministero della Salute");
        inEach(panel, heading, "title", Term.TITLE);
    }

    private void identity(Element panel) {
        Element picture = add(block(panel, "code"), "img");
        picture.setAttribute("src", "data:image/png;base64," + Base64.getEncoder()
                .encodeToString(QrSymbol.of(view.qrText()).png()));
        picture.setAttribute("alt", Term.QR_OF.in(languages.getFirst()) + " " + view.name());
        field(panel, Term.NAME, view.name(), "value name");
        field(panel, Term.BIRTH_DATE, view.birthDate().toString(), "value");
        field(panel, Term.IDENTIFIER, view.uvci(), "value long");
    }

    private void details(Element panel) {
        inEach(panel, "h2", "kind", Term.KIND);
        inEach(panel, "p", "statement", Term.STATEMENT);
        field(panel, Term.DISEASE, "COVID-19", "value");
        field(panel, Term.FROM, view.validFrom().toString(), "value");
        field(panel, Term.UNTIL, view.validUntil().map(Object::toString).orElseGet(() -> joined(Term.NO_END)), "value");
        field(panel, Term.DOCTOR, view.doctor(), "value");
        field(panel, Term.CUEV, view.cuev(), "value");
    }

    private void issuer(Element panel, Term use) {
        field(panel, Term.ISSUER, "Ministero della Salute", "value");
        inEach(panel, "p", "scope", Term.SCOPE);
        inEach(panel, "p", "note", Term.VERIFICATION);
        inEach(panel, "p", "note", use);
    }

    private void field(Element panel, Term label, String value, String style) {
        Element field = block(panel, "field");
        label(add(field, "p"), label);
        text(field, "p", style, value);
    }

    private void label(Element line, Term term) {
        line.setAttribute("class", "label");
        for (DocumentLanguage language : languages) {
            if (line.hasChildNodes()) {
                line.appendChild(document.createTextNode(" · "));
            }
            text(line, "span", "in", term.in(language)).setAttribute("lang", language.code());
        }
    }

    private String joined(Term term) {
        return languages.stream().map(term::in).collect(Collectors.joining(" · "));
    }

    private void inEach(Element panel, String element, String style, Term term) {
        for (DocumentLanguage language : languages) {
            boolean first = language == languages.getFirst();
            Element one = text(panel, first ? element : "p", first ? style : style + " other", term.in(language));
            one.setAttribute("lang", language.code());
        }
    }

    private static Element block(Element parent, String style) {
        Element block = add(parent, "div");
        block.setAttribute("class", style);
        return block;
    }

    private static Element text(Element parent, String name, String style, String text) {
        Element element = add(parent, name);
        element.setAttribute("class", style);
        element.setTextContent(text);
        return element;
    }

    private static Element add(Element parent, String name) {
        return (Element) parent.appendChild(parent.getOwnerDocument().createElement(name));
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String css() {
        try (InputStream in = Sheet.class.getResourceAsStream("certificate.css")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
