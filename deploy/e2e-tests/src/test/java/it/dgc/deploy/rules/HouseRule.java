package it.dgc.deploy.rules;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One rule of the house.
 *
 * @param id short name; the seeded breach lives in the package of this name
 * @param sentence what the rule says, for the name of its test
 * @param rule the rule over the classes below one base package
 */
record HouseRule(String id, String sentence, ArchRule rule) {

    HouseRule(String id, String sentence, ArchRule rule) {
        this.id = id;
        this.sentence = sentence;
        this.rule = rule.as(id + " " + sentence);
    }

    @Override
    public String toString() {
        return id + " " + sentence;
    }
}
