package it.dgc.rules.settings.versions;

class InMemoryRulesTest implements RuleStoreContract {

    private final InMemoryRules rules = new InMemoryRules();

    @Override
    public RuleStore testee() {
        return rules;
    }
}
