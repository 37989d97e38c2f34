package it.dgc.portal.pages.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The parts of pages: style, script, fonts. All stand under one hash of all of them, so that those which name each other need not
 * know it.
 *
 * @param version the hash
 */
public record Assets(String version) {

    /** Where they are. */
    public static final String LOCATION = "classpath:/it/dgc/portal/pages/assets/";

    /** Hexadecimal characters; it tells versions apart, and proves nothing. */
    private static final int VERSION_LENGTH = 16;

    /** @return the parts as they are now */
    public static Assets load() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(LOCATION + "*.*");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return new Assets(HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @return the address of a part */
    public String path(String name) {
        return "/assets/" + version + "/" + name;
    }
}
