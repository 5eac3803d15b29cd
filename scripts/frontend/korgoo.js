/* Korgoo's own lines. Every page works without them. */
"use strict";
(function () {
  var wayOut = document.querySelector("[data-korgoo-exit]");
  if (wayOut) {
    wayOut.addEventListener("click", function (event) {
      event.preventDefault();
      document.body.hidden = true;
      /* The place in the history is taken over: "back" does not return here. */
      window.location.replace(wayOut.href);
    });
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
