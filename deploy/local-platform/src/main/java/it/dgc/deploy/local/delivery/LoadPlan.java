package it.dgc.deploy.local.delivery;

import java.time.Duration;

/**
 * How many synthetic notifications, how fast.
 *
 * @param count notifications, at least 1
 * @param perSecond at most so many a second; 0 for as fast as it goes
 * @param seed of the register of invented persons; the same one gives the same exemptions again
 * @param patience how long nothing may move before it counts as a failure
 */
public record LoadPlan(int count, double perSecond, long seed, Duration patience) {}
