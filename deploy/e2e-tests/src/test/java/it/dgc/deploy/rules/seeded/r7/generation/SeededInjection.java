package it.dgc.deploy.rules.seeded.r7.generation;

import org.springframework.beans.factory.annotation.Autowired;

/** Breach: a field that nobody can see being filled. */
final class SeededInjection {

    @Autowired
    private String colleague;

    @Override
    public String toString() {
        return colleague;
    }
}
