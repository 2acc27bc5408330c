
/*
 * Keeps on the server what is typed and not sent. Without this file a form simply holds what is typed until it is sent.
 *
 *   form[data-draft]   where its words are saved; its field "concept" says VERSION.NAME.TURN: which draft it began from, which page this
 *                      is, how often it saved
 *   form[data-unsaved] what stands in it came back with a problem: saved as if it was just typed
 *   .draft-line        says since when there is a draft; its [data-discard] throws it away
 */
(() => {
  "use strict";
  const WAIT = 3000;
  const LONGEST = 12000;
  const AGAIN = 10000;
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const fresh = () => [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");

  /* Who signed in again, elsewhere, has a new session: the forms of this page take its token. Somebody else's they do not. */
  const renew = async () => {
    const who = (page) => page.querySelector(".full-name")?.textContent;
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      const token = page.querySelector("input[name=token]")?.value;
      const tokens = [...document.querySelectorAll("input[name=token]")];
      if (!token || who(page) !== who(document) || tokens.every((input) => input.value === token)) return false;
      tokens.forEach((input) => (input.value = token));
      return true;
    } catch {
      return false;
    }
  };

  const kept = (form) => {
    const mark = form.elements.concept;
    const status = form.querySelector(".draft-line [role=status]");
    const discard = form.querySelector("[data-discard]");
    const parts = mark.value.split(".");
    const name = parts[1] || fresh();
    let version = Number(parts[0]);
    let turn = Number(parts[2] ?? 0);
    let timer, since, going, box;
    let isChanged = false;
    const write = () => (mark.value = [version, name, turn].join("."));
    write();
    const say = (words) => {
      if (status.textContent !== words) status.textContent = words;
    };
    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    };

    const touched = () => {
      if (form.dataset.sent) return;
      isChanged = true;
      since ??= Date.now();
      later(Math.max(0, Math.min(WAIT, since + LONGEST - Date.now())));
    };
    /* One at a time, but for the last one of a page that goes away. */
    const save = (isLeaving) => {
      clearTimeout(timer);
      if (!isChanged || box) return going;
      if (going && isLeaving !== true) return going.then(() => save());
      isChanged = false;
      since = undefined;
      turn += 1;
      write();
      const words = new FormData(form);
      let size = 0;
      for (const [key, value] of [...words]) {
        if (typeof value === "string") size += value.length + key.length + 100;
        else words.delete(key);
      }
      const trip = send(words, isLeaving === true && size < 20000).finally(() => (going = going === trip ? undefined : going));
      return (going = trip);
    };
    const send = async (words, keepalive) => {
      let answer, json;
      try {
        answer = await fetch(form.dataset.draft, { method: "POST", body: words, keepalive, redirect: "manual" });
        json = await answer.json();
      } catch {
        json = {};
      }
      if (answer?.ok && json.version !== undefined) {
        version = json.version;
        write();
        say(json.said);
        discard.hidden = !version;
        if (version) form.querySelector("[data-back]")?.remove();
      } else if (json.gone) {
        version = 0;
        again(0);
      } else if (json.other) {
        show(json.other);
      } else if (json.said) {
        say(json.said);
      } else if (answer?.status === 403 && (await renew())) {
        again(0);
      } else if (answer?.status === 401 || answer?.status === 403) {
        say(status.dataset.out);
        again(AGAIN);
      } else if (answer?.status === 404) {
        say(status.dataset.lost);
      } else {
        say(status.dataset.failed);
        again(AGAIN);
      }
    };
    const again = (wait) => {
      isChanged = true;
      later(wait);
    };

    /* Two windows: both texts are shown, and the person says which one stays. */
    const show = (other) => {
      isChanged = true;
      say(other.said);
      box = document.createElement("div");
      box.className = "other-draft";
      const label = document.createElement("label");
      const text = document.createElement("textarea");
      label.textContent = other.label;
      text.id = "other-" + name;
      label.htmlFor = text.id;
      text.readOnly = true;
      text.className = "control";
      text.rows = 4;
      text.value = other.fields.filter(([field, value]) => value && form.elements[field]?.matches?.("textarea, [type=text], [type=tel], [type=email]"))
        .map(([, value]) => value).join("\n\n");
      const settled = (isTaken) => {
        version = other.version;
        box.remove();
        box = undefined;
        if (isTaken) fill(other.fields);
        else isChanged = true;
        write();
        isTaken ? ((isChanged = false), say("")) : save();
        form.querySelector("textarea")?.focus();
      };
      box.append(label, text, button(other.keep, () => settled(false)), button(other.take, () => settled(true)));
      form.append(box);
    };
    const button = (words, press) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "button";
      made.textContent = words;
      made.addEventListener("click", press);
      return made;
    };
    const fill = (fields) => {
      for (const control of form.elements) {
        if (!control.name || ["token", "concept", "gezien"].includes(control.name)) continue;
        const values = fields.filter(([field]) => field === control.name).map(([, value]) => value);
        if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
        else if (control.type !== "file" && values.length) control.value = values[0];
      }
    };

    form.addEventListener("input", (event) => event.target.type !== "file" && !event.target.readOnly && touched());
    form.addEventListener("change", (event) => event.target.type !== "file" && touched());
    if ("unsaved" in form.dataset) touched();
    /* Sent: nothing more is saved, and what is on its way is waited for. */
    const finish = () => {
      clearTimeout(timer);
      isChanged = false;
      return going;
    };
    return { form, save, finish };
  };

  const drafts = [...document.querySelectorAll("form[data-draft]")].map(kept);
  if (!drafts.length) return;
  /* The page goes to its form by a fragment, and then browsers leave autofocus undone, or take the focus away once more. */
  const waiting = location.hash && document.querySelector(".draft-line [autofocus]");
  if (waiting) addEventListener("load", () => setTimeout(() => waiting.focus(), 50));

  /* What else is typed on the page is saved before a form is sent: the next page then holds it. */
  let passing;
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (form.method !== "post" || form === passing || form.dataset.sent) return;
      const trips = drafts.map((draft) => (draft.form === form ? draft.finish() : draft.save())).filter(Boolean);
      if (!trips.length) return;
      event.preventDefault();
      Promise.race([Promise.allSettled(trips), pause(2000)]).then(() => {
        passing = form;
        form.requestSubmit(event.submitter);
        passing = undefined;
      });
    },
    true
  );
  /* A link that brings this very page anew. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-after-drafts]");
    const trips = link ? drafts.map((draft) => draft.save()).filter(Boolean) : [];
    if (!trips.length || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    Promise.race([Promise.allSettled(trips), pause(2000)]).then(() => location.assign(link.href));
  });
  const leave = () => drafts.forEach((draft) => draft.save(true));
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
  addEventListener("beforeunload", leave);
})();
