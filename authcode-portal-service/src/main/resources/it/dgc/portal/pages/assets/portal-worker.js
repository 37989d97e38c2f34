// Finds the number whose hash with the salt is the challenge (ALTCHA, protocol v1).
"use strict";

const BATCH = 500; // hashes that are under way at a time

self.onmessage = async ({ data: { salt, challenge, maxnumber } }) => {
  const text = new TextEncoder();
  const wanted = Uint8Array.from(challenge.match(/../g), pair => parseInt(pair, 16));
  const fits = digest => new Uint8Array(digest).every((byte, i) => byte === wanted[i]);
  for (let start = 0; start <= maxnumber; start += BATCH) {
    const digests = await Promise.all(Array.from({ length: BATCH },
      (_, i) => crypto.subtle.digest("SHA-256", text.encode(salt + (start + i)))));
    const found = digests.findIndex(fits);
    if (found >= 0) {
      self.postMessage(start + found);
      return;
    }
  }
  self.postMessage(-1);
};
