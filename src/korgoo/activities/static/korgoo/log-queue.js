/* Activities that were logged without a network: kept on this phone, sent once when the line is back.

   Only days, places, types and counts; no story, nothing of a person. Each has its number from the moment it
   is typed: the platform takes a number once, so that sending one twice does no harm. Every page works
   without this; the form is kept on a phone only when its member says so. */
"use strict";
(function () {
  var NAME = "korgoo-log", STORE = "entries", PLACE = document.querySelector("[data-korgoo-log]");
  if (!PLACE || !self.indexedDB) { return; }
  var told = PLACE.dataset, owner = told.owner, running = Promise.resolve(), AGAIN = 60000, next = 0;
  var form = document.querySelector("form[data-korgoo-log-form]");

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
  function put(entry) { return store("readwrite", function (all) { return all.put(entry); }); }
  function remove(key) { return store("readwrite", function (all) { return all.delete(key); }); }
  /* Of a phone that several share: what another member typed is neither shown, sent nor thrown away. */
  async function waiting() {
    var all = await store("readonly", function (entries) { return entries.getAll(); });
    return all.filter(function (one) { return one.owner === owner; });
  }

  /* Ask who is signed in: an entry goes only in the name of the member who typed it. */
  async function signedIn() {
    try {
      var answer = await fetch(told.token, { credentials: "same-origin", cache: "no-store", redirect: "manual" });
      return answer.ok ? await answer.json() : null;
    } catch (_noLine) { return null; }
  }

  async function send(entry, token) {
    var data = new FormData(), answer, said;
    Object.keys(entry.fields).forEach(function (name) { data.append(name, entry.fields[name]); });
    data.append("submission_key", entry.key);
    data.append("csrfmiddlewaretoken", token);
    try {
      answer = await fetch(told.send, { method: "POST", body: data, credentials: "same-origin", cache: "no-store" });
      said = await answer.json();
    } catch (_lineBroke) { return; }
    if (answer.ok && said.is_taken) {
      await remove(entry.key);
      say(told.sent);
    } else if (said.is_refused) {
      /* Only a clear word of the platform ends the waiting. */
      entry.why = said.message; entry.href = said.href;
      await put(entry);
    }
  }

  async function sendAll() {
    var all = (await waiting()).filter(function (one) { return !one.why; });
    if (all.length) {
      var who = await signedIn();
      if (who) {
        for (var entry of all) { if (entry.owner === who.owner) { await send(entry, who.token); } }
      }
    }
    await show();
  }
  function flush() {
    running = running.catch(function () { /* said already */ }).then(sendAll);
    return running;
  }

  function say(words) { var note = document.querySelector("[data-korgoo-said]"); if (note) { note.textContent = words; note.parentNode.hidden = false; } }
  function made(kind, words) { var one = document.createElement(kind); one.textContent = words; return one; }

  async function show() {
    var list = document.querySelector("[data-korgoo-waiting-list]"), all = await waiting(), left = 0;
    clearTimeout(next);
    if (list) { list.replaceChildren(); }
    all.forEach(function (entry) {
      if (!entry.why) { left += 1; }
      if (list) { list.append(line(entry)); }
    });
    var box = document.querySelector("[data-korgoo-waiting]");
    if (box) { box.hidden = !all.length; }
    if (left) { next = setTimeout(flush, AGAIN); }
  }

  function line(entry) {
    var item = document.createElement("li"), facts = entry.fields;
    item.append(made("strong", facts.day + ", " + facts.place + ", " + facts.contacts));
    item.append(made("br", ""));
    item.append(made("span", entry.why ? told.refused + " " + entry.why : told.waits));
    if (entry.why) {
      item.className = "is-refused";
      var link = made("a", told.finish);
      link.className = "govuk-link"; link.href = entry.href;
      /* The whole form carries it on: here it is gone when that page opens. */
      link.addEventListener("click", function (event) {
        event.preventDefault();
        remove(entry.key).then(function () { location.assign(link.href); });
      });
      item.append(made("br", "")); item.append(link);
    }
    var away = made("button", told.away);
    away.type = "button"; away.className = "govuk-button govuk-button--secondary korgoo-button--quiet";
    away.addEventListener("click", function () { remove(entry.key).then(show); });
    item.append(made("br", "")); item.append(away);
    return item;
  }

  if (form) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      delete form.dataset.sent;
      if (!form.reportValidity()) { return; }
      var fields = {};
      new FormData(form).forEach(function (value, name) { fields[name] = String(value).trim(); });
      put({ key: crypto.randomUUID(), owner: owner, fields: fields, at: Date.now() }).then(function () {
        say(told.kept);
        form.reset();
        form.elements.namedItem("place").focus();
        return flush();
      }).catch(function () { form.submit(); /* a browser that keeps nothing: the whole form takes over */ });
    });
  }

  /* With the member's consent the form itself stays on the phone, and leaves it on their word. */
  var keep = document.querySelector("[data-korgoo-keep]"), leave = document.querySelector("[data-korgoo-leave]");
  function worker() {
    var address = "/sw.js";
    if (self.trustedTypes) {
      address = trustedTypes.createPolicy("korgoo-worker-of-the-log", { createScriptURL: function () { return "/sw.js"; } }).createScriptURL("");
    }
    return navigator.serviceWorker.register(address).then(function () { return navigator.serviceWorker.ready; });
  }
  async function isKept() { return !!(self.caches && await caches.has(NAME)); }
  /* A form that another member put aside would take what this one types in that member's name. */
  async function dropAnothers() {
    if (!await isKept()) { return; }
    var page = await (await caches.open(NAME)).match(told.form);
    if (page && (await page.text()).indexOf('data-owner="' + owner + '"') < 0) { await caches.delete(NAME); }
  }
  async function showKept() {
    if (!keep || !navigator.serviceWorker || !self.caches) { return; }
    var kept = await isKept();
    keep.hidden = kept; leave.hidden = !kept;
  }
  var checked = dropAnothers().catch(function () { /* a browser that keeps nothing */ });
  if (keep && navigator.serviceWorker && self.caches) {
    keep.querySelector("button").addEventListener("click", async function () {
      await worker();
      var pages = await caches.open(NAME);
      await pages.addAll([location.pathname].concat(told.files.split(" ")));
      await showKept();
    });
    leave.querySelector("button").addEventListener("click", async function () {
      await caches.delete(NAME);
      await showKept();
    });
    /* A kept form is fetched anew at each visit with a line. */
    checked.then(isKept).then(function (kept) { if (kept && navigator.onLine) { caches.open(NAME).then(function (pages) { return pages.addAll([location.pathname].concat(told.files.split(" "))); }).catch(function () { /* next time */ }); } });
    checked.then(showKept);
  }

  self.addEventListener("online", flush);
  flush().catch(function () { /* a browser that keeps nothing: nothing waits */ });
}());
