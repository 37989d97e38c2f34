#!/bin/bash
# Makes the topics that are missing and leaves the others alone: no service may depend on another to have made its topic.
set -euo pipefail

topic() {
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic "$1" \
        --partitions "$2" --replication-factor 1 "${@:3}"
}

topic sistema-ts.exemptions 3
topic sistema-ts.exemptions.dlt 3
topic dgc.certificate-events 3
topic dgc.signer-certificates 1 --config cleanup.policy=compact
topic dgc.signer-certificates.dlt 1
