// Solves the captcha for who has scripts: the work of ALTCHA's protocol v1, when the form is sent. Without it, the code is typed.
(() => {
  "use strict";
  const form = document.getElementById("portal-form");
  const summary = document.querySelector(".portal-summary");
  if (summary) summary.focus();
  if (!form || !form.dataset.challengePath || !window.Worker || !window.crypto?.subtle) return;

  const STALE_AFTER = 90000; // milliseconds; a captcha lives 120 seconds, and some go into the work
  const loaded = performance.now();
  const status = document.getElementById("captcha-status");
  const details = form.querySelector("details");
  const work = form.elements.captchaWork;
  let embedded = {
    algorithm: form.dataset.algorithm, challenge: form.dataset.challenge, maxnumber: Number(form.dataset.maxnumber),
    salt: form.dataset.salt, signature: form.dataset.signature
  };
  let busy = false;

  status.hidden = false;
  if (!details.dataset.keep) details.open = false;
  const offerNewCode = () => { document.getElementById("new-code").hidden = !details.open; };
  details.addEventListener("toggle", offerNewCode);
  offerNewCode();

  async function challenge() {
    const mine = embedded;
    embedded = null;
    if (mine && performance.now() - loaded < STALE_AFTER) return mine;
    const answer = await fetch(form.dataset.challengePath, { cache: "no-store", credentials: "same-origin" });
    if (!answer.ok) throw new Error("no challenge");
    return answer.json();
  }

  function solve(task) {
    return new Promise((resolve, reject) => {
      const worker = new Worker(form.dataset.worker);
      worker.onerror = () => { worker.terminate(); reject(new Error("no worker")); };
      worker.onmessage = found => {
        worker.terminate();
        if (found.data < 0) reject(new Error("no number"));
        else resolve(found.data);
      };
      worker.postMessage(task);
    });
  }

  form.addEventListener("submit", async event => {
    const newCode = event.submitter && event.submitter.name === "action";
    if (newCode || form.elements.codiceCaptcha.value.trim() !== "") return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    status.textContent = status.dataset.working;
    try {
      const task = await challenge();
      const number = await solve(task);
      work.value = btoa(JSON.stringify({
        algorithm: task.algorithm, challenge: task.challenge, number, salt: task.salt, signature: task.signature
      }));
      form.submit();
    } catch {
      status.textContent = status.dataset.failed;
      details.open = true;
      form.elements.codiceCaptcha.focus();
    }
    busy = false;
  });
})();
