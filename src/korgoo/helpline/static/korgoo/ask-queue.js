/* Sealed messages that wait on this telephone for a line. Ciphertext only, and the place where it belongs;
   gone as soon as it was taken. A plain script without window: a service worker may import it too.

   The platform takes a message once by its place and number, so that sending one twice does no harm. */
"use strict";
self.korgooQueue = (function () {
  var NAME = "korgoo-ask", STORE = "sealed", running = Promise.resolve();

  function store(mode, deed) {
    return new Promise(function (resolve, reject) {
      var opening = indexedDB.open(NAME, 1);
      opening.onupgradeneeded = function () { opening.result.createObjectStore(STORE, { keyPath: "key" }); };
      opening.onerror = function () { reject(opening.error); };
      opening.onsuccess = function () {
        var base = opening.result, deal = base.transaction(STORE, mode), asked = deed(deal.objectStore(STORE));
        deal.oncomplete = function () { base.close(); resolve(asked.result); };
        deal.onabort = deal.onerror = function () { base.close(); reject(deal.error); };
      };
    });
  }

  function put(record) { return store("readwrite", function (all) { return all.put(record); }); }
  function remove(key) { return store("readwrite", function (all) { return all.delete(key); }); }
  function waiting() { return store("readonly", function (all) { return all.getAll(); }); }

  /* Send one sealed message. Gives "taken", "later" (no line, or too much comes in), or why it was refused. */
  async function send(record) {
    var form = new FormData(), answer;
    Object.keys(record.facts).forEach(function (name) { form.append(name, record.facts[name]); });
    Object.keys(record.sealed).forEach(function (name) {
      form.append(name, new Blob([record.sealed[name]], { type: "application/octet-stream" }), name);
    });
    try {
      answer = await fetch(record.address, {
        method: "POST", body: form, credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer",
      });
    } catch (_noLine) {
      return { is: "later", why: "" };
    }
    var told = await answer.json().catch(function () { return {}; });
    if (answer.ok && told.is_taken) { return { is: "taken", why: "" }; }
    /* Only a clear word of the platform ends the waiting: anything else may be a line that lies. */
    if (told.is_refused) { return { is: "refused", why: told.message || "" }; }
    return { is: "later", why: told.message || "" };
  }

  /* What was refused stays, with the reason, until a page has shown it. */
  async function sendAll() {
    var outcome = { taken: [], refused: [], later: [] };
    for (var record of await waiting()) {
      if (record.why) { continue; }
      var found = await send(record);
      outcome[found.is].push({ key: record.key, why: found.why });
      if (found.is === "taken") { await remove(record.key); }
      if (found.is === "refused") { record.why = found.why || "–"; await put(record); }
    }
    return outcome;
  }

  /* Send what waits, after whatever is being sent: what was put in meanwhile goes too. */
  function flush() {
    running = running.catch(function () { /* its own caller hears of it */ }).then(sendAll);
    return running;
  }

  return { put: put, remove: remove, waiting: waiting, send: send, flush: flush };
}());

if (typeof document !== "undefined" && self.indexedDB) {
  (function () {
    var notes = document.querySelectorAll("[data-korgoo-waiting]"), AGAIN = 60000, next = 0;
    var refusals = document.querySelectorAll("[data-korgoo-refused]");
    async function look() {
      try {
        if ((await self.korgooQueue.waiting()).length) { await self.korgooQueue.flush(); }
        var left = await self.korgooQueue.waiting();
        var waits = left.some(function (one) { return !one.why; });
        notes.forEach(function (note) { note.hidden = !waits; });
        left.filter(function (one) { return one.why; }).forEach(tell);
        clearTimeout(next);
        if (waits) { next = setTimeout(look, AGAIN); } else { document.dispatchEvent(new Event("korgoo:went")); }
      } catch (_noStore) { /* a browser that keeps nothing: nothing waits */ }
    }
    function tell(record) {
      if (!refusals.length) { return; }
      refusals.forEach(function (note) {
        note.querySelector("[data-korgoo-why]").textContent = record.why;
        note.hidden = false;
      });
      self.korgooQueue.remove(record.key);
    }
    self.addEventListener("online", look);
    document.addEventListener("korgoo:kept", look);
    look();
  }());
}
