/*
 * The desk's enhancements. Every page works without this file; nothing here decides anything.
 *
 * What pages say to it:
 *   body[data-keys]        "on" or "off": whether single keys work (a switch in the profile; Ctrl/⌘+K always works)
 *   body[data-jump]        address of the jump box: GET ?q= answers {"results":[{"title","detail","address"}]}
 *   [data-deed]            a button in a row: w presses the one of the selected row
 *   [data-row-key="c"]     a button in a row: that key presses the one of the selected row
 *   [data-list]            lists that j and k walk through, one after another; their rows are [data-item], the value is where Enter leads ("#id" only shows)
 *   [data-key="n"]         pressed or followed by that key; on a `summary` it opens the fold and puts the cursor in its first field,
 *                          on a `div` it only does the latter
 *   [data-go="m"]          followed by g, then that letter
 *   [data-page]            "next" or "previous": followed by ] and [
 *   [data-search]          the field that / goes to
 *   [data-errors]          takes the focus when the page opens
 *   details[data-menu]     closes on Escape and on a click elsewhere
 *   [data-dialog-close]    a form in a dialog that closes it
 *   Ctrl/⌘+Enter           sends the POST form that holds the cursor, wherever its button is
 *   [data-undo]            a bar that goes after so many milliseconds; [data-left] in it shows the seconds, [data-close] takes it away
 *   [data-soon]            a page that comes anew after so many milliseconds; [data-left] in it shows the seconds
 *   [data-whole]           ticks every row of the list; x ticks the selected one
 *   [data-chosen]          says how many are ticked ("# gekozen")
 *   form[data-guard="off"] may be sent twice; every other POST form is sent once
 *   input[data-lookup]     while it is typed in, GET data-lookup?q= answers an HTML fragment, put into the element named by aria-controls;
 *                          data-then is the id of the field to go to after a choice
 *   [data-choose]          a button in that fragment; data-fill is a JSON object of field name to value, data-said what is said once chosen,
 *                          data-more the address of a fragment to put into [data-more-into] (earlier complaints)
 *   #shortcuts, #jump      the two dialogs
 */
"use strict";
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const body = document.body;
  const quoted = (value) => CSS.escape(value);

  /* What only made this page come anew does not stay in its address. */
  if (/[?&]bij=/.test(location.search)) {
    const search = location.search.replace(/([?&])bij=[^&]*&?/, "$1").replace(/[?&]$/, "");
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  }

  /* Focus the summary of errors. */
  find("[data-errors]")?.focus();

  /* Send once. The button stays as it is until the request is on its way, and afterwards too: only a second send is dropped. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-dialog-close]")) {
      event.preventDefault();
      form.closest("dialog")?.close();
      return;
    }
    if (form.method !== "post" || form.dataset.guard === "off" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    form.setAttribute("aria-busy", "true");
    setTimeout(() => release(form), 10000);
  });
  const release = (form) => {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  };
  addEventListener("pageshow", () => all("form[data-sent]").forEach(release));

  /* Ctrl or ⌘ with Enter sends the form that somebody is typing in. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const form = event.target.form;
    if (form?.method !== "post") return;
    event.preventDefault();
    form.requestSubmit();
  });

  /* Menus close on Escape and on a click elsewhere. */
  const closeMenus = (except) => {
    const open = all("details[data-menu][open]").filter((menu) => !menu.contains(except));
    open.forEach((menu) => (menu.open = false));
    return open;
  };
  document.addEventListener("click", (event) => closeMenus(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const closed = closeMenus(null);
    if (closed.length) find("summary", closed[0])?.focus();
  });

  /* The selected row of the list. Its place is remembered, so that after an act the next one is selected. */
  const lists = all("[data-list]");
  const rows = lists.flatMap((list) => all("[data-item]", list));
  const place = "place:" + location.pathname + location.search.replace(/[?&]gedaan=[^&]*/, "");
  let selected = -1;
  const select = (index, quietly) => {
    if (!rows.length) return;
    rows[selected]?.classList.remove("selected");
    selected = Math.max(0, Math.min(index, rows.length - 1));
    const row = rows[selected];
    row.classList.add("selected");
    sessionStorage.setItem(place, selected);
    if (quietly) return;
    const target = find("a", row);
    if (row.dataset.item.startsWith("#")) {
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
    } else {
      target?.focus({ preventScroll: true });
    }
    row.scrollIntoView({ block: "nearest" });
  };
  if (rows.length && sessionStorage.getItem(place) !== null && !rows[0].dataset.item.startsWith("#")) {
    select(Number(sessionStorage.getItem(place)), true);
  }
  const onLists = (name, told) => lists.forEach((list) => list.addEventListener(name, told));
  onLists("focusin", (event) => {
    const index = rows.indexOf(event.target.closest("[data-item]"));
    if (index >= 0 && index !== selected) select(index, true);
  });

  /* Ticks of rows: all at once, or the one that is selected. */
  const ticks = lists.flatMap((list) => all("input[type=checkbox]", list));
  const whole = find("[data-whole]");
  const tally = find("[data-chosen]");
  const ticked = () => ticks.filter((tick) => tick.checked);
  const count = () => {
    if (whole) whole.checked = ticks.length > 0 && ticked().length === ticks.length;
    const words = ticked().length ? tally?.dataset.chosen.replace("#", ticked().length) : "";
    if (tally && tally.textContent !== words) tally.textContent = words;
  };
  whole?.addEventListener("change", () => {
    ticks.forEach((tick) => (tick.checked = whole.checked));
    count();
  });
  onLists("change", count);

  /* The list that comes anew at "tonen" has the ticks, the selected row and the focus that it had. */
  const stand = "stand:" + location.pathname + location.search;
  if (rows.length && !rows[0].dataset.item.startsWith("#")) {
    const before = JSON.parse(sessionStorage.getItem(stand) ?? "null");
    sessionStorage.removeItem(stand);
    if (before) {
      ticks.forEach((tick) => (tick.checked = before.ticks.includes(tick.value)));
      const index = rows.findIndex((row) => row.dataset.item === before.selected);
      if (index >= 0) select(index, !before.focused);
    }
    document.addEventListener("click", (event) => {
      if (!event.target.closest?.("[data-after-drafts]")) return;
      const focused = document.activeElement !== body;
      const kept = { ticks: ticked().map((tick) => tick.value), selected: rows[selected]?.dataset.item, focused };
      sessionStorage.setItem(stand, JSON.stringify(kept));
    });
  }
  count();
  addEventListener("pageshow", count);

  /* A page that is not ready yet comes anew when it is. */
  all("[data-soon]").forEach((place) => {
    const end = Date.now() + Number(place.dataset.soon);
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds > 0) return find("[data-left]", place).replaceChildren(String(seconds));
      clearInterval(timer);
      location.reload();
    }, 500);
  });

  /* What can be undone counts down and goes; nothing else moves. */
  all("[data-undo]").forEach((bar) => {
    const end = Date.now() + Number(bar.dataset.undo);
    const left = find("[data-left]", bar);
    const close = find("[data-close]", bar);
    const away = () => {
      clearInterval(timer);
      if (bar.contains(document.activeElement)) find("main").focus();
      bar.remove();
    };
    if (close) close.hidden = false;
    close?.addEventListener("click", away);
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds > 0) {
        if (left) left.textContent = seconds + " s";
        return;
      }
      away();
    }, 500);
  });

  /* Press what a key stands for. */
  const press = (element) => {
    if (element.matches("summary")) {
      const fold = element.parentElement;
      for (let outer = fold; outer; outer = outer.parentElement.closest("details")) outer.open = true;
      (find("textarea, input:not([type=hidden]), select", fold) ?? element).focus();
    } else if (element.matches("div")) {
      find("textarea, input:not([type=hidden]), select", element)?.focus();
    } else {
      element.click();
    }
  };
  all("details[data-compose]").forEach((fold) =>
    fold.addEventListener("click", (event) => {
      if (!event.target.closest("summary") || fold.open) return;
      requestAnimationFrame(() => find("textarea, input:not([type=hidden]), select", fold)?.focus());
    })
  );

  /* Single keys; silent while someone types. */
  const typing = (target) =>
    target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog") != null;
  let went = 0;
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openJump();
      return;
    }
    if (body.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target)) return;
    if (act(event)) event.preventDefault();
  });
  const act = (event) => {
    const key = event.key;
    if (went && Date.now() - went < 1500) {
      went = 0;
      const view = key.length === 1 && find(`[data-go="${quoted(key)}"]`);
      if (view) view.click();
      return Boolean(view);
    }
    switch (key) {
      case "g":
        went = Date.now();
        return true;
      case "j":
        select(selected + 1);
        return rows.length > 0;
      case "k":
        select(selected - 1);
        return rows.length > 0;
      case "x": {
        const tick = rows[selected] && find("input[type=checkbox]", rows[selected]);
        tick?.click();
        return Boolean(tick);
      }
      case "w": {
        const deed = rows[selected] && find("[data-deed]", rows[selected]);
        deed?.click();
        return Boolean(deed);
      }
      case "/": {
        const field = find("[data-search]");
        field?.focus();
        field?.select();
        return Boolean(field);
      }
      case "?":
        find("#shortcuts")?.showModal();
        return true;
      case "]":
      case "[": {
        const link = find(`[data-page="${key === "]" ? "next" : "previous"}"]`);
        link?.click();
        return Boolean(link);
      }
      case "Enter": {
        const row = rows[selected];
        if (!row || (event.target !== body && !row.contains(event.target)) || event.target.matches("a, button, summary, input")) return false;
        if (!row.dataset.item.startsWith("#")) find("a", row)?.click();
        return true;
      }
    }
    const own = key.length === 1 && rows[selected] && find(`[data-row-key="${quoted(key)}"]`, rows[selected]);
    const element = own || (key.length === 1 && find(`[data-key="${quoted(key)}"]`));
    if (element) press(element);
    return Boolean(element);
  };

  /* Ask the server while typing: only the last answer counts. */
  const asking = (wait, answer) => {
    let timer, abort;
    return (address, text) => {
      clearTimeout(timer);
      abort?.abort();
      timer = setTimeout(async () => {
        abort = new AbortController();
        try {
          const response = await fetch(address + (address.includes("?") ? "&" : "?") + "q=" + encodeURIComponent(text), {
            signal: abort.signal,
            headers: { "X-Fragment": "1" },
          });
          if (response.ok && !response.redirected) await answer(response);
        } catch (error) {
          if (error.name !== "AbortError") console.warn(error);
        }
      }, wait);
    };
  };

  /* The jump box. */
  const jump = find("#jump");
  const jumpText = find("#jump-text");
  const jumpList = find("#jump-list");
  let hits = [];
  let hit = -1;
  const openJump = () => {
    if (!jump || !body.dataset.jump || jump.open) return;
    jumpText.value = "";
    show([]);
    jump.showModal();
    jumpText.focus();
  };
  const show = (results) => {
    jumpNone.textContent = "";
    hits = results.map((result, index) => {
      const link = document.createElement("a");
      const title = document.createElement("span");
      const detail = document.createElement("span");
      link.id = "jump-" + index;
      link.href = new URL(result.address, location.origin).origin === location.origin ? result.address : "#";
      link.setAttribute("role", "option");
      link.tabIndex = -1;
      title.textContent = result.title;
      detail.textContent = result.detail ?? "";
      detail.className = "muted";
      link.append(title, detail);
      return link;
    });
    jumpList.replaceChildren(...hits);
    jumpText.setAttribute("aria-expanded", String(hits.length > 0));
    point(hits.length ? 0 : -1);
  };
  const point = (index) => {
    hit = index;
    hits.forEach((link, at) => {
      link.classList.toggle("selected", at === hit);
      link.setAttribute("aria-selected", String(at === hit));
    });
    if (hit >= 0) {
      jumpText.setAttribute("aria-activedescendant", hits[hit].id);
      hits[hit].scrollIntoView({ block: "nearest" });
    } else {
      jumpText.removeAttribute("aria-activedescendant");
    }
  };
  const jumpNone = find("#jump-none");
  const askJump = asking(120, async (response) => {
    show((await response.json()).results ?? []);
    jumpNone.textContent = hits.length ? "" : jumpNone.dataset.none;
  });
  jumpText?.addEventListener("input", () => (jumpText.value.trim() ? askJump(body.dataset.jump, jumpText.value) : show([])));
  jumpText?.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (hits.length) point((hit + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      hits[hit]?.click();
    }
  });

  /* The customer, found while typing. */
  all("input[data-lookup]").forEach((input) => {
    const region = document.getElementById(input.getAttribute("aria-controls"));
    if (!region) return;
    const choices = () => all("[data-choose]", region);
    const ask = asking(150, async (response) => (region.innerHTML = await response.text()));
    input.setAttribute("autocomplete", "off");
    input.addEventListener("input", () => {
      if (input.value.trim().length >= 2) ask(input.dataset.lookup, input.value);
      else region.replaceChildren();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && choices().length) {
        event.preventDefault();
        choices()[0].focus();
      } else if (event.key === "Enter" && !event.isComposing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        choices()[0]?.click();
      } else if (event.key === "Escape") {
        region.replaceChildren();
      }
    });
    region.addEventListener("keydown", (event) => {
      const now = choices().indexOf(document.activeElement);
      if (now < 0) return;
      if (event.key === "ArrowDown") choices()[Math.min(now + 1, choices().length - 1)].focus();
      else if (event.key === "ArrowUp") (now ? choices()[now - 1] : input).focus();
      else if (event.key === "Escape") input.focus();
      else return;
      event.preventDefault();
    });
    region.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-choose]");
      if (choice) choose(choice, input, region);
    });
  });
  const choose = (choice, input, region) => {
    const form = input.form;
    for (const [name, value] of Object.entries(JSON.parse(choice.dataset.fill || "{}"))) fill(form, name, value);
    const said = document.createElement("p");
    said.textContent = choice.dataset.said ?? choice.textContent;
    region.replaceChildren(said);
    const into = find("[data-more-into]");
    if (into && choice.dataset.more) {
      asking(0, async (response) => (into.innerHTML = await response.text()))(choice.dataset.more, "");
    }
    document.getElementById(input.dataset.then)?.focus();
  };
  const fill = (form, name, value) => {
    const field = form?.elements[name];
    if (!field) return;
    field.value = value;
    (field instanceof RadioNodeList ? [...field] : [field]).forEach((each) => each.dispatchEvent(new Event("change", { bubbles: true })));
  };
})();
