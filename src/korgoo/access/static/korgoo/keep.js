/* A half-typed form is kept when its page is left: sealed by the server, found again by its writer.
   Forms without a signed owner (kept_for) are left alone. */
"use strict";
(function () {
  var form = document.querySelector("form input[name=kept_for]:not([value=''])");
  form = form && form.form;
  var place = document.querySelector("meta[name=korgoo-keep]");
  if (!form || !place || !navigator.sendBeacon) { return; }
  var changed = false;
  var sent = false;
  form.addEventListener("input", function () { changed = true; });
  form.addEventListener("submit", function (event) { if (!event.defaultPrevented) { sent = true; } });
  window.addEventListener("pageshow", function () { sent = false; });
  window.addEventListener("pagehide", function () {
    if (!changed || sent) { return; }
    var data = new FormData(form);
    data.set("kept_path", new URL(form.action, location.href).pathname);
    navigator.sendBeacon(place.content, data);
    changed = false;
  });
}());
