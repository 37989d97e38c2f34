package it.dgc.deploy.sistemats;

import java.time.LocalDate;

/**
 * An invented person, as far as a fiscal code is made of one.
 *
 * @param birthplace code of a place that does not exist, so that no code made of it can be somebody's
 */
record Person(Name family, Name given, LocalDate birthDate, boolean female, String birthplace) {

    @Override
    public String toString() {
        return "Person[***]";
    }
}
