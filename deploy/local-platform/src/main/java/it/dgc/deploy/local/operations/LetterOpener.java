package it.dgc.deploy.local.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.generation.deadletters.DeadLetter;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.secrets.SecretsException;

/** Decrypts dead letters with the secrets of a data directory. */
final class LetterOpener {

    private final Path directory;
    private final Secrets secrets;

    private LetterOpener(Path directory, Secrets secrets) {
        this.directory = directory;
        this.secrets = secrets;
    }

    static LetterOpener with(Path directory) {
        if (Files.notExists(directory)) {
            throw new ExplainedException("There are no secrets in " + directory
                    + "; name the data directory of the generation service with --data-dir.");
        }
        try {
            return new LetterOpener(directory, Secrets.load(directory));
        } catch (SecretsException broken) {
            throw new ExplainedException("The secrets in " + directory + " cannot be used.", broken);
        }
    }

    /** @return the value; empty where it was encrypted with other secrets, or altered */
    Optional<byte[]> tryOpen(DeadLetter letter) {
        try {
            return Optional.of(letter.value(secrets));
        } catch (SecretsException closed) {
            return Optional.empty();
        }
    }

    byte[] open(DeadLetter letter) {
        return tryOpen(letter).orElseThrow(() -> new ExplainedException("The dead letter " + letter.id()
                + " cannot be decrypted with the secrets in " + directory
                + ": they are not those that it was written with, or it was altered."));
    }
}
