/* Help without a name, sealed in the browser: what is typed here never leaves it in clear.

   Loaded on the pages of help alone. Where the browser cannot do it (no WebCrypto, no X25519, no canvas), the
   page stays as it was and the server seals. It must come to the same bytes as korgoo.lib.word_codes and
   korgoo.helpline.seals; tests/browser/test_sealed_in_browser.py holds them together. */
const page = document.querySelector("[data-korgoo-ask]");
const bytes = (text) => new TextEncoder().encode(text);
const hex = (raw) => Array.from(raw, (one) => one.toString(16).padStart(2, "0")).join("");
const unhex = (text) => Uint8Array.from(text.match(/../g), (two) => parseInt(two, 16));
const SALT = "korgoo receipt v1", ITERATIONS = 600000, PAD = 256, SIDE = 1600;

/* The words. */
const lists = async () => (await fetch(page.dataset.words, { credentials: "omit" })).json();

function newCode(words) {
  const chosen = crypto.getRandomValues(new Uint16Array(7));
  return Array.from(chosen, (number) => words[number % words.length]);
}

/* As korgoo.lib.spelling.skeleton. */
const SOUNDS = [["дж", "ж"], ["нг", "ң"], ["ый", "и"], ["ий", "и"]];
const CYRILLIC = "абвгдеёжзийклмнңоөпрстуүфхцчшщыэюя", PLAIN = "abvgdeozziiklmnnooprstuufhccssieua";
const LATIN = [["shch", "s"], ["dzh", "z"], ["kh", "h"], ["zh", "z"], ["ch", "c"], ["sh", "s"], ["ts", "c"],
  ["dj", "z"], ["ng", "n"], ["ya", "a"], ["yu", "u"], ["yo", "o"], ["ye", "e"], ["ia", "a"],
  ["iu", "u"], ["io", "o"], ["gh", "g"], ["ph", "f"], ["ck", "k"], ["ei", "e"], ["ai", "a"]];
const FOLD = { j: "z", y: "i", q: "k", w: "v", x: "ks" };

function skeleton(text) {
  let low = text.normalize("NFC").toLowerCase();
  for (const [letters, letter] of SOUNDS) { low = low.replaceAll(letters, letter); }
  low = Array.from(low, (letter) => {
    const place = CYRILLIC.indexOf(letter);
    /* Cyrillic r is kept apart until Latin pairs are read, as there. */
    if (letter === "р") { return "R"; }
    return place >= 0 ? PLAIN[place] : "ьъ'’ʼ`".includes(letter) ? "" : letter;
  }).join("");
  low = low.normalize("NFKD").replace(/\p{M}/gu, "");
  for (const [letters, letter] of LATIN) { low = low.replaceAll(letters, letter); }
  low = low.replace(/[jyqwx]/g, (letter) => FOLD[letter]).replaceAll("R", "r");
  return (low.match(/[a-z0-9]+/g) || []).map((word) => word.replace(/(\D)\1+/g, "$1")).join(" ");
}

function isOneSlip(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < short.length && short[start] === long[start]) { start += 1; }
  const rest = short.slice(start), longer = long.slice(start);
  if (short.length !== long.length) { return rest === longer.slice(1); }
  return rest.slice(1) === longer.slice(1)
    || (rest.length > 1 && rest[0] === longer[1] && rest[1] === longer[0] && rest.slice(2) === longer.slice(2));
}

/* As korgoo.lib.word_codes.read_code. */
function readCode(typed, all) {
  const words = typed.slice(0, 400).normalize("NFC").toLowerCase().match(/\p{L}+(?:['’ʼ`]\p{L}+)*/gu) || [];
  if (words.length !== 7) { return null; }
  const bones = words.map(skeleton);
  let best = null, most = -1;
  for (const list of Object.values(all)) {
    const known = new Map(list.map((word) => [skeleton(word), word]));
    if (bones.filter((one) => !known.has(one)).length > 3) { continue; }
    const read = bones.map((one) => {
      if (known.has(one)) { return known.get(one); }
      const near = [...known.keys()].filter((other) => isOneSlip(one, other));
      return near.length === 1 ? known.get(near[0]) : null;
    });
    const typedSo = read.filter((word, place) => word === words[place]).length;
    if (read.every(Boolean) && typedSo > most) { best = read; most = typedSo; }
  }
  return best;
}

/* The place and the key behind the words; slow on purpose. */
async function derive(words) {
  const secret = await crypto.subtle.importKey("raw", bytes(words.join(" ")), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(SALT), iterations: ITERATIONS };
  const stretched = await crypto.subtle.deriveBits(how, secret, 256);
  const mac = await crypto.subtle.importKey("raw", stretched, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const part = async (name) => new Uint8Array(await crypto.subtle.sign("HMAC", mac, bytes(`${SALT} ${name}\u0001`)));
  const seed = await part("key");
  return { locator: hex((await part("locator")).slice(0, 16)), seed, public: hex(await hpke.publicOf(seed)) };
}

/* Sealing. */
function pad(plain) {
  const whole = new Uint8Array(Math.ceil((plain.length + 1) / PAD) * PAD);
  whole.set(plain);
  whole[plain.length] = 0x80;
  return whole;
}

const unpad = (padded) => padded.slice(0, padded.lastIndexOf(0x80));
const info = (receipt, key, author, part) => bytes(`korgoo help v1 ${receipt.public} ${key} ${author} ${part}`);

/* Draw a picture anew: its pixels, at most 1600 points wide, and nothing of what it tells beside them. */
async function picture(file) {
  const drawn = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(drawn.width * scale));
  canvas.height = Math.max(1, Math.round(drawn.height * scale));
  canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
  const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
  return new Uint8Array(await made.arrayBuffer());
}

async function sealed(receipt, written, facts, photo) {
  const key = crypto.randomUUID(), helpline = unhex(page.dataset.key), person = unhex(receipt.public);
  const text = pad(bytes(JSON.stringify(written))), bound = info(receipt, key, "person", "text");
  const parts = { sealed: await hpke.seal(helpline, bound, text), own: await hpke.seal(person, bound, text) };
  if (photo) { parts.photo = await hpke.seal(helpline, info(receipt, key, "person", "photo"), pad(photo)); }
  const about = { ...facts, locator: receipt.locator, public: receipt.public, key, key_id: page.dataset.keyId };
  return { key, address: page.dataset.take, facts: about, sealed: parts };
}

/* Keep it on this telephone, sealed, then try to send. Gives "taken", "later" or why it was refused. */
async function dispatch(record) {
  try {
    await self.korgooQueue.put(record);
  } catch (_noStore) {
    const found = await self.korgooQueue.send(record);
    return found.is === "later" ? { is: "nowhere", why: found.why } : found;
  }
  const outcome = await self.korgooQueue.flush();
  const among = (list) => list.find((one) => one.key === record.key);
  if (among(outcome.taken)) { return { is: "taken" }; }
  const refused = among(outcome.refused);
  if (refused) { await self.korgooQueue.remove(record.key); return { is: "refused", why: refused.why }; }
  const worker = navigator.serviceWorker && navigator.serviceWorker.controller && await navigator.serviceWorker.ready;
  if (worker && worker.sync) { await worker.sync.register("korgoo-ask").catch(() => undefined); }
  document.dispatchEvent(new Event("korgoo:kept"));
  return { is: "later", why: (among(outcome.later) || {}).why || "" };
}

/* What had waited is there: the page says so, and no longer that there is no line. */
document.addEventListener("korgoo:went", () => {
  const later = document.querySelector('[data-korgoo-say="later"]');
  if (later && !later.hidden) { say(document.querySelector("[data-korgoo-refused]:not([hidden])") ? "refused" : "taken"); }
});

/* What the page says: parts of it that were there, hidden. */
function say(name, why = "") {
  document.querySelectorAll("[data-korgoo-say]").forEach((part) => { part.hidden = part.dataset.korgooSay !== name; });
  const part = document.querySelector(`[data-korgoo-say="${name}"]`);
  const place = part.querySelector("[data-korgoo-why]");
  if (place && why) { place.textContent = why; }
  part.tabIndex = -1;
  part.focus();
  part.scrollIntoView({ block: "start" });
}

function problem(form, kind) {
  const fields = form.elements, value = (name) => (fields.namedItem(name) || {}).value || "";
  if (!value("text").trim() && !(fields.namedItem("photo").files || []).length) { return "text"; }
  if (value("text").length > 4000) { return "long"; }
  if (!value("danger")) { return "danger"; }
  if (kind === "write" && value("way") === "call" && !value("phone").trim()) { return "phone"; }
  return value("website") ? "website" : "";
}

function written(form) {
  const value = (name) => (form.elements.namedItem(name) || {}).value || "";
  const words = { text: value("text").trim() };
  if (value("way") === "call") { for (const name of ["phone", "hours", "word"]) { words[name] = value(name); } }
  return words;
}

function facts(form) {
  const value = (name) => (form.elements.namedItem(name) || {}).value || "";
  return { danger: value("danger"), language: value("language"), country: value("country"), way: value("way") };
}

/* A form that is sealed and sent from here. receipt: asks what lies behind the words. */
function takeOver(form, kind, receipt, after) {
  /* In the capture phase, before anything else: in this mode the form itself is never sent. */
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.busy) { return; }
    const wrong = problem(form, kind);
    if (wrong) { say(wrong); return; }
    form.dataset.busy = "yes";
    say("sealing");
    try {
      const file = form.elements.namedItem("photo").files[0];
      const photo = file ? await picture(file).catch(() => null) : undefined;
      if (photo === null) { say("photo"); return; }
      const outcome = await dispatch(await sealed(receipt(), written(form), facts(form), photo));
      say(outcome.is, outcome.why);
      if (outcome.is === "taken" || outcome.is === "later") { after(facts(form)); }
    } finally {
      delete form.dataset.busy;
    }
  }, true);
}

async function writePage(form) {
  const all = await lists(), chosen = newCode(all[document.documentElement.lang] || all.en);
  const receipt = await derive(chosen);
  form.elements.namedItem("words").value = "";
  document.querySelectorAll("[data-korgoo-words]").forEach((list) => {
    list.replaceChildren(...chosen.map((word) => {
      const line = document.createElement("li");
      line.textContent = word;
      return line;
    }));
  });
  takeOver(form, "write", () => receipt, (said) => {
    document.querySelectorAll("[data-korgoo-until-sent]").forEach((part) => { part.hidden = true; });
    document.querySelectorAll("[data-korgoo-in-danger]").forEach((part) => { part.hidden = said.danger !== "yes"; });
  });
}

async function ask(address, locator) {
  const form = new FormData();
  form.append("locator", locator);
  const how = { method: "POST", body: form, credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" };
  return (await fetch(address, how)).json();
}

async function opened(receipt, message) {
  const raw = Uint8Array.from(atob(message.sealed), (letter) => letter.charCodeAt(0));
  try {
    const plain = await hpke.open(receipt.seed, info(receipt, message.key, message.author, "text"), raw);
    return JSON.parse(new TextDecoder().decode(unpad(plain))).text;
  } catch (_doesNotOpen) {
    return page.dataset.closed;
  }
}

function line(kind, name, text) {
  const made = document.createElement(kind);
  made.className = name;
  made.textContent = text;
  return made;
}

async function show(receipt, told) {
  const parts = await Promise.all(told.messages.map(async (message) => {
    const isPersons = message.author === "person";
    const part = line("article", isPersons ? "korgoo-said" : "korgoo-said korgoo-said--helpers", "");
    const text = line("p", "govuk-body", "");
    (await opened(receipt, message)).split("\n").forEach((row, place) => {
      if (place) { text.append(document.createElement("br")); }
      text.append(row);
    });
    part.append(
      line("h2", "govuk-heading-s", isPersons ? page.dataset.you : page.dataset.helpers),
      line("p", "govuk-hint", message.at), text,
    );
    if (message.has_photo) { part.append(line("p", "govuk-hint", page.dataset.photo)); }
    return part;
  }));
  document.querySelector("[data-korgoo-messages]").replaceChildren(...parts);
  const isAnswered = told.messages.some((message) => message.author !== "person");
  const state = told.is_refused ? "destroyed" : told.passed_to ? "passed" : isAnswered ? "open" : "waits";
  document.querySelectorAll("[data-korgoo-in-danger]").forEach((part) => { part.hidden = !told.is_in_danger; });
  document.querySelector("[data-korgoo-conversation]").hidden = false;
  document.querySelectorAll("[data-korgoo-until-open]").forEach((part) => { part.hidden = true; });
  say(state, told.passed_to || "");
}

async function readPage(form) {
  const all = await lists(), again = document.querySelector("[data-korgoo-again]");
  let receipt = null;
  async function look() {
    say("reading");
    let told;
    try { told = await ask(page.dataset.fetch, receipt.locator); } catch (_noLine) { say("offline"); return; }
    if (told.is_there) { await show(receipt, told); } else { say(told.message ? "refused" : "nothing", told.message); }
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const code = readCode(form.elements.namedItem("words").value, all);
    if (!code) { say("words"); return; }
    say("reading");
    receipt = await derive(code);
    await look();
  }, true);
  takeOver(again, "again", () => receipt, () => { again.reset(); });
  document.querySelector("[data-korgoo-look]").addEventListener("click", look);
  const sure = document.querySelector("[data-korgoo-sure]");
  document.querySelector("[data-korgoo-erase]").addEventListener("click", () => { sure.hidden = false; });
  document.querySelector("[data-korgoo-erase-now]").addEventListener("click", async () => {
    let told;
    try { told = await ask(page.dataset.erase, receipt.locator); } catch (_noLine) { say("offline"); return; }
    if (!told.is_erased) { say("refused", told.message); return; }
    document.querySelector("[data-korgoo-conversation]").hidden = true;
    say("erased");
  });
}

/* Words that somebody may be copying already must not change: then the page stays as it was. Until it is
   decided whose words count, none are shown. */
const words = document.querySelector("[data-korgoo-code]"), wait = document.querySelector("[data-korgoo-preparing]");
const isSeen = Boolean(words) && words.getBoundingClientRect().top < window.innerHeight;
function hold(isHeld) {
  if (words && wait) { words.hidden = isHeld; wait.hidden = !isHeld; }
}

/* Try everything that is needed with a key that nobody uses; only then take the page over. */
let hpke;
async function begin() {
  if (!self.korgooQueue || !self.createImageBitmap || !crypto.randomUUID) { return; }
  hpke = await import(page.dataset.hpke);
  const seed = crypto.getRandomValues(new Uint8Array(32)), key = await hpke.publicOf(seed);
  const probe = await hpke.open(seed, bytes("probe"), await hpke.seal(key, bytes("probe"), bytes("probe")));
  if (hex(probe) !== hex(bytes("probe"))) { return; }
  await (page.dataset.korgooAsk === "write" ? writePage : readPage)(page.querySelector("form"));
  page.dataset.sealed = "yes";
}

if (page && !isSeen) {
  hold(true);
  begin().catch(() => undefined).finally(() => hold(false));
}
