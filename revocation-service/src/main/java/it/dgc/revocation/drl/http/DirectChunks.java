package it.dgc.revocation.drl.http;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.Transfer;
import it.dgc.revocation.drl.served.ServedList;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Answers for {@link DrlController#chunk}, with the same status, header and body, where nothing has to be decided: a compressed
 * chunk of the whole list, asked for over the open port as clients ask, while the store confirms the version. At an opening hour
 * that is nearly every request. All others go their way.
 */
final class DirectChunks implements Filter {

    private static final String PATH = "/v1/dgc/drl";
    private static final int LONGEST_QUERY = 64;

    private final ServedList served;
    private final Map<String, String> always;
    private volatile Prepared prepared = new Prepared(null, Map.of());

    /**
     * By query. There are three ways to ask for a chunk, so what is kept is bounded, and small: the compressed entries are the list's
     * own.
     */
    private record Prepared(ListVersion list, Map<String, Chunk> chunks) {}

    private record Chunk(ListVersion list, String tag, GzipBody body) {}

    /** @param always fields of all answers that security adds */
    DirectChunks(ServedList served, Map<String, String> always) {
        this.served = served;
        this.always = Map.copyOf(always);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Chunk chunk = isUsual(asked) ? chunk(asked.getQueryString()) : null;
        String known = asked.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (chunk == null || known != null && !known.equals(chunk.tag())) {
            chain.doFilter(request, response);
        } else {
            ServerHttpObservationFilter.findObservationContext(asked)
                    .ifPresent(context -> context.setPathPattern(PATH));
            answer(chunk, known != null, (HttpServletResponse) response);
        }
    }

    private static boolean isUsual(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && PATH.equals(request.getRequestURI()) && !request.isSecure()
                && request.getHeader(HttpHeaders.IF_MATCH) == null
                && AcceptedCoding.of(request.getHeader(HttpHeaders.ACCEPT_ENCODING)) == AcceptedCoding.GZIP;
    }

    /** @return nothing where something has to be decided */
    private Chunk chunk(String query) {
        ServedList.Served now = served.now();
        if (query == null || query.length() > LONGEST_QUERY || now.version().isEmpty()
                || now.unconfirmedSince().isPresent()) {
            return null;
        }
        ListVersion list = now.version().get();
        Prepared current = prepared;
        if (current.list() != list) {
            current = new Prepared(list, new ConcurrentHashMap<>());
            prepared = current;
        }
        Chunk known = current.chunks().get(query);
        return known == null ? prepare(current, query) : known;
    }

    private static Chunk prepare(Prepared current, String query) {
        if (!(DrlQuery.read(query) instanceof DrlQuery.Asked asked) || asked.held() != 0 || !isPlain(asked, query)) {
            return null;
        }
        ListVersion list = current.list();
        Transfer.Whole whole = list.whole();
        if (asked.chunk() > whole.chunks()) {
            return null;
        }
        Envelope envelope = new Envelope(list, asked, whole);
        Chunk chunk = new Chunk(list, envelope.tag(AcceptedCoding.GZIP),
                GzipBody.of(envelope.before(), list.packed(whole, asked.chunk()), envelope.after()));
        current.chunks().put(query, chunk);
        return chunk;
    }

    /** Else who invents spellings could fill the memory. */
    private static boolean isPlain(DrlQuery.Asked asked, String query) {
        String chunk = "chunk=" + asked.chunk();
        return query.equals(asked.version().isEmpty() ? chunk : "version=0&" + chunk)
                || query.equals(chunk + "&version=0");
    }

    private void answer(Chunk chunk, boolean isKnown, HttpServletResponse response) throws IOException {
        always.forEach(response::setHeader);
        response.setHeader(HttpHeaders.ETAG, chunk.tag());
        if (isKnown) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, DrlController.REVALIDATED);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        CacheInFront.tell(served, chunk.list(), response);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(chunk.body().length());
        chunk.body().writeTo(response.getOutputStream());
    }
}
