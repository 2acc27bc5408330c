
/*
 * Texts that are used again: "::" in a message opens their list, and the one that is chosen stands in its place. Without this file each is
 * a link that opens the file with the text in the message. What is typed in the open list goes to the text that begins so; where none does, it
 * was meant for the message, and stands there.
 *
 *   [data-snippets=ID]  the message; ID is the list's
 *   #ID [data-text]     one of the texts
 */
(() => {
  "use strict";
  for (const field of document.querySelectorAll("[data-snippets]")) {
    const list = document.getElementById(field.dataset.snippets);
    if (!list) continue;
    const texts = [...list.querySelectorAll("[data-text]")];
    let from;
    let typed = "";
    const back = () => {
      list.open = false;
      typed = "";
      field.focus();
    };
    const isStill = () => from !== undefined && field.value.slice(from, from + 2) === "::";
    const insert = (text) => {
      // Only where "::" still stands: whoever went on writing loses nothing.
      const isTyped = isStill();
      const start = isTyped ? from : field.selectionStart;
      field.setRangeText(text, start, isTyped ? from + 2 : field.selectionEnd, "end");
      from = undefined;
      back();
      const gap = field.value.slice(start, start + text.length).match(/\{\{[^}]*\}\}/);
      if (gap) field.setSelectionRange(start + gap.index, start + gap.index + gap[0].length);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    field.addEventListener("input", (event) => {
      const end = field.selectionStart;
      // What stands there by this script was not typed.
      if (!event.isTrusted || event.isComposing || event.inputType === "deleteContentBackward") return;
      if (field.value.slice(end - 2, end) !== "::") return;
      from = end - 2;
      typed = "";
      list.open = true;
      texts[0]?.focus();
    });
    list.addEventListener("click", (event) => {
      const text = event.target.closest("[data-text]");
      if (!text) return;
      event.preventDefault();
      insert(text.dataset.text);
    });
    const beginning = (words) => texts.find((text) => text.textContent.trim().toLowerCase().startsWith(words.toLowerCase()));
    /* Words that begin no text: they stay in the message, behind the "::". */
    const keep = (words) => {
      const isTyped = isStill();
      const place = from + 2;
      from = undefined;
      back();
      if (!isTyped) return;
      field.setRangeText(words, place, place, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const search = (words) => {
      const text = beginning(words);
      // A list that was opened by hand has no place in the message where words could stay.
      if (!text) return from === undefined ? undefined : keep(words);
      typed = words;
      text.focus();
    };
    list.addEventListener("keydown", (event) => {
      if (!list.open || event.ctrlKey || event.metaKey || event.altKey) return;
      // The page's own keys are not for whoever types here.
      event.stopPropagation();
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const at = texts.indexOf(document.activeElement);
      if (event.key === "Escape") {
        event.preventDefault();
        from = undefined;
        back();
      } else if (step) {
        event.preventDefault();
        typed = "";
        if (at >= 0) texts[at + step]?.focus();
      } else if (event.key === "Backspace") {
        event.preventDefault();
        typed = typed.slice(0, -1);
      } else if (event.key.length === 1 && at >= 0) {
        event.preventDefault();
        search(typed + event.key);
      }
    });
  }
})();
