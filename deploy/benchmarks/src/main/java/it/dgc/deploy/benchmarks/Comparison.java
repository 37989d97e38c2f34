package it.dgc.deploy.benchmarks;

import java.util.List;

/** Something that is measured beside a peer. */
interface Comparison {

    /**
     * @return a finding a goal; none where the peer is not on this machine
     * @throws Exception if something does not work that has to
     */
    List<Finding> measure(Size size) throws Exception;
}
