'use strict';

// The unmodified VerificaC19 client for Node.js, led by lines on the standard input: "SYNC", "VERIFY HC1:..." for now, or
// "VERIFY 2026-11-20T12:00:00Z HC1:..." for another time. Each is answered by one line of JSON. The server is whatever
// https_proxy names.

const readline = require('node:readline');
const { Certificate, Service, Validator } = require('verificac19-sdk');

const revoked = new Set();
let snapshotChunks = 0;
let deltaChunks = 0;

// What the client offers for keeping the list elsewhere than in MongoDB.
const list = {
  async setUp() {},
  async tearDown() {},
  async storeRevokedUVCI(insertions = [], deletions = undefined) {
    if (deletions === undefined) {
      snapshotChunks += 1;
    } else {
      deltaChunks += 1;
    }
    insertions.forEach((hash) => revoked.add(hash));
    (deletions || []).forEach((hash) => revoked.delete(hash));
  },
  async isUVCIRevoked(hash) {
    return revoked.has(hash);
  },
  async clean() {
    revoked.clear();
  },
};

async function sync() {
  snapshotChunks = 0;
  deltaChunks = 0;
  await Service.updateAll(list);
  return { outcome: 'SYNCED', listed: revoked.size, snapshotChunks, deltaChunks };
}

const clock = Date.now;

async function verify(time, text) {
  Date.now = time === '' ? clock : () => Date.parse(time);
  try {
    const result = await Validator.validate(await Certificate.fromRaw(text));
    return { outcome: result.code };
  } finally {
    Date.now = clock;
  }
}

async function answer(line) {
  try {
    const [, time, text] = /^VERIFY (?:([0-9TZ:.-]+) )?(HC1:.*)$/.exec(line) || [];
    return line === 'SYNC' ? await sync() : await verify(time || '', text);
  } catch (error) {
    return { outcome: 'FAILED', why: error.name };
  }
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(line))}\n`);
  }
}

main();
