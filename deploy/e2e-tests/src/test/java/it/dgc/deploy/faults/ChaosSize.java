package it.dgc.deploy.faults;

import java.util.Locale;

/**
 * How much a chaos run does; system property {@code size}, {@code ci} or {@code full}.
 */
enum ChaosSize {
    CI(2_000, 4, 1, 1, 1, 1), FULL(20_000, 10, 3, 3, 3, 2);

    private final int notifications;
    private final int serviceKills;
    private final int brokerKills;
    private final int storeKills;
    private final int pauses;
    private final int eachNetworkFault;

    ChaosSize(int notifications, int serviceKills, int brokerKills, int storeKills, int pauses, int eachNetworkFault) {
        this.notifications = notifications;
        this.serviceKills = serviceKills;
        this.brokerKills = brokerKills;
        this.storeKills = storeKills;
        this.pauses = pauses;
        this.eachNetworkFault = eachNetworkFault;
    }

    static ChaosSize given() {
        return valueOf(System.getProperty("size", "ci").toUpperCase(Locale.ROOT));
    }

    int notifications() {
        return notifications;
    }

    int times(Fault fault) {
        return switch (fault) {
            case KILL_SERVICE -> serviceKills;
            case KILL_BROKER -> brokerKills;
            case KILL_STORE -> storeKills;
            case KILL_SISTEMA_TS, PAUSE_SERVICE -> pauses;
            default -> eachNetworkFault;
        };
    }
}
