// Makes the replica set of one node, once, and waits until it takes writes. Majority writes need a replica set.
try {
    rs.status();
} catch (notYet) {
    if (notYet.codeName !== 'NotYetInitialized') {
        throw notYet;
    }
    rs.initiate({_id: 'rs0', members: [{_id: 0, host: 'mongodb:27017'}]});
}
for (let second = 0; !db.hello().isWritablePrimary; second++) {
    if (second === 60) {
        throw new Error('The replica set has no primary after a minute');
    }
    sleep(1000);
}
