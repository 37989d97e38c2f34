package it.dgc.deploy.outbox;

import java.util.List;

/** The mails that were accepted as a page without scripts, newest first. */
final class OutboxPage {

    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Outbox</title>
            <style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
            article{border-top:1px solid #767676;padding:1rem 0}pre{white-space:pre-wrap}</style></head>
            <body><h1>Outbox</h1><p>%d accepted by the mail server of the local platform; none was delivered.</p>
            %s</body></html>
            """;
    private static final String MAIL = """
            <article><h2>%s</h2><p>To %s, %s<br>%s</p><pre>%s</pre></article>
            """;

    private OutboxPage() {}

    static String of(List<AcceptedMail> mails) {
        StringBuilder articles = new StringBuilder();
        for (AcceptedMail mail : mails.reversed()) {
            articles.append(MAIL.formatted(escaped(mail.subject()), escaped(mail.to()), escaped(mail.acceptedAt()),
                    escaped(mail.messageId()), escaped(mail.body())));
        }
        return FRAME.formatted(mails.size(), articles);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
