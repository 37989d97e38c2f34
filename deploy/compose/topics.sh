#!/bin/bash
# Makes the topics that are missing and leaves the others alone: no service may depend on another to have made its topic.
set -euo pipefail

topic() {
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic "$1" \
        --partitions "$2" --replication-factor 1 "${@:3}"
}

# Milliseconds, as the services have it: notifications 7 days, dead letters 90 days, what tells of certificates for ever.
notifications=(--config retention.ms=604800000)
dead_letters=(--config retention.ms=7776000000)
for_ever=(--config retention.ms=-1)

topic sistema-ts.exemptions 3 "${notifications[@]}"
topic sistema-ts.exemptions.dlt 3 "${dead_letters[@]}"
topic sistema-ts.revocations 3 "${notifications[@]}"
topic sistema-ts.revocations.dlt 3 "${dead_letters[@]}"
topic dgc.revocation-requests 3 "${notifications[@]}"
topic dgc.revocation-requests.dlt 3 "${dead_letters[@]}"
topic dgc.certificate-events 3 "${for_ever[@]}"
topic dgc.certificate-events.dlt 1 "${dead_letters[@]}"
topic dgc.audit 1 "${for_ever[@]}"
topic dgc.signer-certificates 1 --config cleanup.policy=compact
topic dgc.signer-certificates.dlt 1 "${dead_letters[@]}"
