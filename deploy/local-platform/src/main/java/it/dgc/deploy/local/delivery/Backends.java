package it.dgc.deploy.local.delivery;

import java.nio.file.Path;

/**
 * What is needed to send notifications and to follow them.
 *
 * @param kafka brokers
 * @param store the store, without a database
 * @param secrets directory of the generation service's keysets
 */
public record Backends(String kafka, String store, Path secrets) {}
