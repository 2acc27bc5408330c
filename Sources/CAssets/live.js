
/*
 * Tells on an open page what changed since it came. Nothing moves and nothing is replaced by itself: "3 wijzigingen – tonen".
 *
 *   [data-live]     where this page's events come from; the element is the place where they are told
 *   [data-company]  in it: who else is here
 *   [data-moved]    in it: that something has come in, in these words; data-show is the link's
 *   [data-row]      in a list: NUMBER.SEQUENCE of each row; data-one, data-many and data-count of the place say how changes are counted
 */
(() => {
  "use strict";
  const place = document.querySelector("[data-live]");
  if (!place || !window.EventSource) return;
  const company = place.querySelector("[data-company]");
  const moved = place.querySelector("[data-moved]");
  const rows = new Map([...document.querySelectorAll("[data-row]")].map((row) => row.dataset.row.split(".")));
  const say = (element, words) => {
    if (element.textContent !== words) element.textContent = words;
  };

  /* A link (or the "." key) that brings the page as it is now; what is typed is saved first. It grows at its end only. */
  const offer = (element, words, show, address) => {
    const link = element.querySelector("a") ?? document.createElement("a");
    say(link, words + " – " + show);
    link.href = address;
    link.dataset.key = ".";
    link.dataset.afterDrafts = "";
    if (!link.isConnected) element.replaceChildren(link);
  };
  const fresh = (hash) => {
    const address = new URL(location.href);
    ["gedaan", "weg"].forEach((name) => address.searchParams.delete(name));
    address.hash = hash;
    /* With another place in it alone, an address brings nothing anew; desk.js takes this out again. */
    if (hash) address.searchParams.set("bij", Date.now().toString(36));
    return address.pathname + address.search + address.hash;
  };

  const takes = {
    company: ({ said }) => company && say(company, said),
    moved: ({ sequence }) => moved && offer(moved, moved.dataset.moved, moved.dataset.show, fresh("e" + sequence)),
    list: ({ rows: now, isFull, count, rail }) => {
      rail.forEach(([address, number]) => numbers(address, number));
      let added = 0;
      let changed = 0;
      for (const mark of now) {
        const [number, sequence] = mark.split(".");
        if (!rows.has(number)) added += 1;
        else if (rows.get(number) !== sequence) changed += 1;
      }
      const gone = rows.size - (now.length - added);
      const total = changed + (isFull ? Math.max(added, gone) : added + gone) || Math.abs(count - Number(place.dataset.count));
      if (!total) place.replaceChildren();
      else offer(place, total === 1 ? place.dataset.one : place.dataset.many.replace("#", total), place.dataset.show, fresh(""));
    },
  };
  const numbers = (address, number) => {
    const view = document.querySelector(`.rail a[href="${CSS.escape(address)}"]`);
    const shown = view?.querySelector(".count");
    if (shown) say(shown, number);
    else if (view && number) {
      const made = document.createElement("span");
      made.className = "count";
      made.textContent = number;
      view.append(made);
    }
  };

  /* One stream while the page is looked at: a browser keeps few connections open to one server. */
  let source, timer;
  let isOver = false;
  const open = () => {
    clearTimeout(timer);
    if (source || isOver || document.visibilityState === "hidden") return;
    source = new EventSource(place.dataset.live);
    for (const [name, take] of Object.entries(takes)) source.addEventListener(name, (event) => take(JSON.parse(event.data)));
    source.addEventListener("end", () => {
      isOver = true;
      close();
    });
    source.addEventListener("error", () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      timer = setTimeout(open, 30000 + Math.random() * 30000);
    });
  };
  const close = () => {
    source?.close();
    source = undefined;
  };
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    timer = document.visibilityState === "hidden" ? setTimeout(close, 3000) : setTimeout(open, 200);
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => event.persisted && open());
  const start = () => (timer = setTimeout(open, 700));
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
})();
