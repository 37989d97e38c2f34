package it.dgc.deploy.faults;

/** What the harness can break. */
enum Fault {
    /** SIGKILL; started again at once. */
    KILL_SERVICE, KILL_BROKER, KILL_STORE, KILL_SISTEMA_TS,
    /** SIGSTOP until the broker has given its work to the other service, which goes on; then SIGCONT: a zombie. */
    PAUSE_SERVICE,
    /** Of the network between the services and the store, and between the services and the broker; see {@link it.dgc.deploy.faults.network.TcpProxy}. */
    SLOW_STORE, CUT_STORE, HALF_OPEN_STORE, RESET_STORE, SLOW_BROKER, CUT_BROKER, HALF_OPEN_BROKER, RESET_BROKER;

    boolean isKill() {
        return name().startsWith("KILL");
    }

    boolean isPause() {
        return this == PAUSE_SERVICE;
    }

    /** @return whether it breaks the network, and not a process */
    boolean isOfTheNetwork() {
        return !isKill() && !isPause();
    }
}
