/* htmx inside a strict policy: no evaluation, no styles of its own, no foreign address. */
htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;
if (window.trustedTypes && trustedTypes.createPolicy) {
  /* htmx reads our server's pages as text. Scripts and handlers in text are stopped by the
     policy of the page; text may never become code or the address of code: no such function. */
  trustedTypes.createPolicy("default", { createHTML: function (text) { return text; } });
}
