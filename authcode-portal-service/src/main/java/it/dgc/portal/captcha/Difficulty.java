package it.dgc.portal.captcha;

import it.dgc.portal.captcha.store.Pressure;

/**
 * How much work is asked for, by what goes on: each doubling of the pressure past calm doubles the work, up to what a telephone
 * can still do within the life of a captcha.
 *
 * @param easiest numbers to try at most when it is calm
 * @param hardest numbers to try at most, whatever happens
 * @param calmIssued captchas a minute up to which it is calm
 * @param calmRefused refused solutions a minute up to which it is calm
 */
record Difficulty(long easiest, long hardest, long calmIssued, long calmRefused) {

    long maxNumber(Pressure pressure) {
        double excess = Math.max(pressure.issued() / calmIssued, pressure.refused() / calmRefused);
        long work = easiest;
        for (double left = excess; left > 1 && work < hardest; left /= 2) {
            work *= 2;
        }
        return Math.min(work, hardest);
    }
}
