// What is written on the page "Record" and is not kept by the server yet, held in this window; sent once.
(() => {
  "use strict";
  const OURS = "heeded report ";
  const AGAIN = 5000;
  const sent = document.getElementById("report-sent");
  const form = document.getElementById("report");
  const here = form || sent;
  if (!here) return;
  const person = `${OURS}${here.dataset.person} `;
  const name = person + here.dataset.draft;
  if (sent) { sessionStorage.removeItem(name); return; }

  const unsent = document.getElementById("unsent");
  const words = form.dataset;
  const NEVER = new Set(["csrfmiddlewaretoken", "version", "window", "sought", "do"]);
  let written = 0, sending = false, later = 0, restored = false;

  const say = (text, way) => {
    unsent.replaceChildren(text);
    if (way) {
      const link = document.createElement("a");
      link.href = location.pathname;
      link.textContent = way;
      unsent.append(" ", link);
    }
    unsent.hidden = !text;
  };
  const copy = () => JSON.parse(sessionStorage.getItem(name) || "null");
  const hold = (wanted) => {
    const fields = [...new FormData(form)].filter(([field]) => !NEVER.has(field));
    sessionStorage.setItem(name, JSON.stringify({ fields, wanted }));
  };
  const choose = (value, label) => {
    const line = document.createElement("p"), around = document.createElement("label");
    const radio = Object.assign(document.createElement("input"), { type: "radio", name: "about", value });
    const said = Object.assign(document.createElement("input"), { type: "hidden", name: `label-${value}`, value: label });
    line.className = "choice";
    around.append(radio, label);
    line.append(around, said);
    document.getElementById("whom").append(line);
  };
  const putBack = (fields) => {
    const said = new Map();
    for (const [field, value] of fields) said.set(field, [...(said.get(field) || []), value]);
    const about = (said.get("about") || [""])[0];
    const known = [...form.elements].some((each) => each.name === "about" && each.value === about);
    if (about && !known) choose(about, (said.get(`label-${about}`) || [""])[0]);
    for (const each of form.elements) {
      if (!each.name || NEVER.has(each.name) || each.type === "hidden" || each.type === "submit") continue;
      const values = said.get(each.name) || [];
      if (each.type === "checkbox" || each.type === "radio") each.checked = values.includes(each.value);
      else each.value = values[0] || "";
      if (values.some(Boolean)) each.closest("details.part")?.setAttribute("open", "");
    }
  };
  const wait = () => {
    clearTimeout(later);
    later = setTimeout(send, AGAIN);
  };

  async function send() {
    if (sending) return;
    sending = true;
    clearTimeout(later);
    hold(true);
    say(words.wordsSending);
    const body = new FormData(form);
    body.set("do", "send");
    try {
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
      const where = new URL(answer.url);
      if (answer.ok && where.pathname.endsWith("/sent")) {
        sessionStorage.removeItem(name);
        location.assign(where);
        return;
      }
      if (answer.status >= 500) throw new Error(String(answer.status));
      if (where.pathname !== location.pathname) { say(words.wordsOut, words.wordsIn); return; }
      hold(false);
      const button = Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: "send" });
      form.append(button);
      HTMLFormElement.prototype.submit.call(form);
    } catch {
      say(words.wordsQueued);
      wait();
    } finally {
      sending = false;
    }
  }

  form.addEventListener("submit", (event) => {
    const wanted = event.submitter && event.submitter.value;
    if (wanted === "discard") sessionStorage.removeItem(name);
    else hold(false);
    if (wanted !== "send") return;
    event.preventDefault();
    send();
  });
  for (const kind of ["input", "change"])
    form.addEventListener(kind, (event) => {
      if (NEVER.has(event.target.name)) return;
      written += 1;
      restored = false;
      clearTimeout(later);
      hold(false);
    });
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt === form) event.detail.xhr.heededWritten = written;
  });
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.elt !== form && event.detail.target.id !== "kept") return;
    const kept = event.detail.xhr.getResponseHeader("Heeded-Kept");
    event.detail.shouldSwap = Boolean(kept);
    event.detail.isError = false;
    if (!kept) {
      const out = new URL(event.detail.xhr.responseURL).pathname !== new URL(form.action).pathname;
      say(out ? words.wordsOut : words.wordsHeld, out || event.detail.xhr.status === 403 ? words.wordsIn : "");
    } else if (kept === "kept") {
      if (event.detail.xhr.heededWritten === written && !sending && !(copy() || {}).wanted) sessionStorage.removeItem(name);
      if (!sending && !restored) say("");
    }
  });
  document.body.addEventListener("htmx:sendError", (event) => {
    if (event.detail.elt === form && !(copy() || {}).wanted) say(words.wordsHeld);
  });
  addEventListener("online", () => {
    const before = copy();
    if (before && before.wanted) send();
    else if (before) htmx.trigger(form, "keep");
  });

  const before = copy();
  if (before) {
    putBack(before.fields);
    say(words.wordsBack);
    restored = true;
    if (before.wanted) send();
    else addEventListener("load", () => htmx.trigger(form, "keep"));
  }
})();
