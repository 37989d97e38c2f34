package it.dgc.deploy.rules.seeded.r7.generation;

import org.springframework.beans.factory.annotation.Autowired;

/** Takes its colleague through the constructor. */
final class InnocentInjection {

    private final String colleague;

    @Autowired
    InnocentInjection(String colleague) {
        this.colleague = colleague;
    }

    @Override
    public String toString() {
        return colleague;
    }
}
