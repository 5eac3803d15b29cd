/* Korgoo's own lines. Every page works without them. */
"use strict";
(function () {
  var wayOut = document.querySelector("[data-korgoo-exit]");
  function leave() {
    document.body.hidden = true;
    document.title = "";
    /* The place in the history is taken over: "back" does not return here. */
    window.location.replace(wayOut.href);
  }
  if (wayOut) {
    wayOut.addEventListener("click", function (event) { event.preventDefault(); leave(); });
    /* The same without a mouse: Shift three times within two seconds, nothing between. */
    var presses = [];
    document.addEventListener("keyup", function (event) {
      if (event.key !== "Shift") { presses = []; return; }
      presses = presses.filter(function (at) { return event.timeStamp - at < 2000; });
      presses.push(event.timeStamp);
      if (presses.length === 3) { leave(); }
    });
  }

  /* On wish: a title that tells nothing, and one place in the history for all that is read here. */
  var quiet = document.querySelector("[data-korgoo-quiet]");
  function isQuiet() { try { return sessionStorage.getItem("quiet") === "1"; } catch (error) { return false; } }
  function hush() { if (quiet && isQuiet()) { document.title = quiet.dataset.korgooQuiet; quiet.hidden = true; } }
  if (quiet && window.sessionStorage) {
    quiet.hidden = false;
    quiet.querySelector("button").addEventListener("click", function () { try { sessionStorage.setItem("quiet", "1"); } catch (error) { return; } hush(); });
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (!link || !isQuiet() || event.defaultPrevented || link.origin !== location.origin || link.target) { return; }
      if (link.pathname === location.pathname && link.hash) { return; }
      event.preventDefault();
      location.replace(link.href);
    });
    hush();
  }

  /* A page that was kept on the phone may have grown old: what is no longer sure is taken away. */
  var today = new Date().toISOString().slice(0, 10);
  Array.prototype.forEach.call(document.querySelectorAll("[data-korgoo-until]"), function (statement) {
    if (statement.dataset.korgooUntil >= today) { return; }
    Array.prototype.forEach.call(statement.querySelectorAll("[data-korgoo-fresh]"), function (part) { part.hidden = true; });
    Array.prototype.forEach.call(statement.querySelectorAll("[data-korgoo-stale]"), function (part) { part.hidden = false; });
  });

  /* Pages for everybody are kept on the phone, so that they open without a network. */
  var place = /^\/([a-z]{2})\/(?:rights\/([a-z0-9-]+)\/)?/.exec(location.pathname);
  if (place && document.body.classList.contains("korgoo-door") && navigator.serviceWorker && window.isSecureContext) {
    var worker = "/sw.js";
    if (window.trustedTypes) {
      worker = trustedTypes.createPolicy("korgoo-worker", { createScriptURL: function () { return "/sw.js"; } }).createScriptURL("");
    }
    navigator.serviceWorker.register(worker).then(function () { return navigator.serviceWorker.ready; }).then(function (ready) {
      var thrifty = navigator.connection && navigator.connection.saveData;
      if (place[2] && ready.active) { ready.active.postMessage({ keep: "/" + place[1] + "/kept/" + place[2] + ".json", all: !thrifty }); }
    }).catch(function () { /* without it the pages need a network */ });
  }

  /* What waits sealed on this phone goes when the page of help is opened. Its script is fetched only where
     something was ever kept: the first view stays light. */
  var queue = document.querySelector("[data-korgoo-queue]");
  if (queue && window.indexedDB) {
    (indexedDB.databases ? indexedDB.databases() : Promise.resolve([{ name: "korgoo-ask" }])).then(function (kept) {
      if (!kept.some(function (base) { return base.name === "korgoo-ask"; })) { return; }
      var script = document.createElement("script"), address = queue.dataset.korgooQueue;
      script.src = window.trustedTypes ? trustedTypes.createPolicy("korgoo-queue", { createScriptURL: function () { return address; } }).createScriptURL("") : address;
      document.head.appendChild(script);
    }).catch(function () { /* a browser that keeps nothing: nothing waits */ });
  }

  function lookAtErrors(root) {
    var summary = root.querySelector(".govuk-error-summary");
    if (summary) { summary.focus(); }
  }
  lookAtErrors(document);

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".govuk-error-summary a");
    var field = link && document.getElementById(link.hash.slice(1));
    if (!field) { return; }
    event.preventDefault();
    field.focus({ preventScroll: true });
    (field.closest(".govuk-form-group") || field).scrollIntoView();
  });

  /* A link drawn as a button answers the space key like a button. */
  document.addEventListener("keydown", function (event) {
    if (event.key === " " && event.target.matches && event.target.matches("a[role=button]")) {
      event.preventDefault();
      event.target.click();
    }
  });

  /* Two quick presses send a form once; the server would take it once anyway. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(function () { delete form.dataset.sent; }, 2000);
  });

  document.addEventListener("htmx:afterSwap", function (event) { lookAtErrors(event.target); });
}());
