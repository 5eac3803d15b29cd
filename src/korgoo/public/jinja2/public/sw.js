{# The worker that keeps pages for everybody on a phone. What is only of one reader never comes in here:
   it keeps pages whose address names their language and which do not forbid it. #}
"use strict";
var ASSETS = {{ assets | tojson }};
var ALONE = {{ alone | tojson }};  /* the page without a network, by language */
var FILES = "korgoo-files-" + {{ mark | tojson }};
var PAGES = "korgoo-pages";
var QUEUE = {{ queue | tojson }};  /* sends sealed messages that wait on this phone */
var LOG = {{ log | tojson }};  /* the short form of the log, kept only where its member said so */
var PATIENCE = 4000;  /* milliseconds before a kept page is shown on a slow line */

self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(FILES).then(function (files) {
    return files.addAll(ASSETS.concat(Object.keys(ALONE).map(function (code) { return ALONE[code]; })));
  }).then(function () { return self.skipWaiting(); }));
});

self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) {
      return name.indexOf("korgoo-files-") === 0 && name !== FILES;
    }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

/* Keep all pages of a destination. Nothing is fetched again while the list says the same edition. */
function keep(list, all) {
  return Promise.all([fetch(list, { credentials: "omit" }), caches.open(PAGES)]).then(function (both) {
    if (!both[0].ok) { return null; }
    var pages = both[1], copy = both[0].clone();
    return Promise.all([both[0].json(), pages.match(list).then(function (old) { return old ? old.json() : {}; })]).then(function (said) {
      var wanted = all ? said[0].pages : said[0].first;
      if (said[1].edition === said[0].edition && said[1].kept === wanted.length) { return null; }
      return one(pages, wanted.slice()).then(function () { return copy.json(); }).then(function (listed) {
        listed.kept = wanted.length;
        return pages.put(list, new Response(JSON.stringify(listed), { headers: { "Content-Type": "application/json" } }));
      });
    });
  });
}

/* One after the other: a phone on a weak line has other things to load. */
function one(pages, wanted) {
  var next = wanted.shift();
  if (!next) { return Promise.resolve(); }
  return fetch(next, { credentials: "omit" }).then(function (answer) {
    return store(pages, next, answer);
  }).then(function () { return one(pages, wanted); });
}

function store(pages, address, answer) {
  var may = answer.ok && answer.type === "basic" && !/no-store/.test(answer.headers.get("Cache-Control") || "");
  return may ? pages.put(address, answer) : Promise.resolve();
}

/* Where the browser wakes us when the line is back; elsewhere the page itself sends what waits. */
var queue = self.trustedTypes ? self.trustedTypes.createPolicy("korgoo-queue", { createScriptURL: function () { return QUEUE; } }).createScriptURL("") : QUEUE;
importScripts(queue);
self.addEventListener("sync", function (event) {
  if (event.tag !== "korgoo-ask") { return; }
  event.waitUntil(self.korgooQueue.flush().then(function (outcome) {
    /* A failure makes the browser wake us again later. */
    if (outcome.later.length) { throw new Error("the line broke again"); }
  }));
});

self.addEventListener("message", function (event) {
  if (event.data && /^\/[a-z]{2}\/kept\/[a-z0-9-]+\.json$/.test(event.data.keep || "")) {
    event.waitUntil(keep(event.data.keep, event.data.all).catch(function () { /* the line broke; next time */ }));
  }
});

function late() { return new Promise(function (done, fail) { setTimeout(fail, PATIENCE); }); }

function page(request) {
  var place = new URL(request.url).pathname;
  var asked = fetch(request).then(function (answer) {
    var copy = answer.clone();
    caches.open(PAGES).then(function (pages) { return store(pages, place, copy); });
    return answer;
  });
  return caches.open(PAGES).then(function (pages) { return pages.match(place); }).then(function (kept) {
    return Promise.race([asked, kept ? late() : asked]).catch(function () { return kept || asked; });
  }).catch(function () {
    var alone = ALONE[place.slice(1, 3)];
    return caches.match(alone).then(function (found) { return found || Response.error(); });
  });
}

/* From the line; what its member put aside on this phone only when there is none. */
function ofLog(request) {
  return fetch(request).catch(function (broken) {
    return caches.open("korgoo-log").then(function (kept) { return kept.match(request.url); }).then(function (found) {
      if (!found) { throw broken; }
      return found;
    });
  });
}

self.addEventListener("fetch", function (event) {
  var request = event.request, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin || address.search) { return; }
  if (LOG.indexOf(address.pathname) >= 0) { event.respondWith(ofLog(request)); return; }
  if (ASSETS.indexOf(address.pathname) >= 0) {
    event.respondWith(caches.match(request).then(function (kept) { return kept || fetch(request); }));
  } else if (request.mode === "navigate" && ALONE[address.pathname.slice(1, 3)] && address.pathname.charAt(3) === "/") {
    event.respondWith(page(request));
  }
});
