
/*
 * Texts that are used again: "::" in a message opens their list, and the one that is chosen stands in its place. Without this file each is
 * a link that opens the file with the text in the message.
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
    const back = () => {
      list.open = false;
      field.focus();
    };
    const insert = (text) => {
      // Only where "::" still stands: whoever went on writing loses nothing.
      const isTyped = from !== undefined && field.value.slice(from, from + 2) === "::";
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
      if (event.isComposing || event.inputType === "deleteContentBackward" || field.value.slice(end - 2, end) !== "::") return;
      from = end - 2;
      list.open = true;
      texts[0]?.focus();
    });
    list.addEventListener("click", (event) => {
      const text = event.target.closest("[data-text]");
      if (!text) return;
      event.preventDefault();
      insert(text.dataset.text);
    });
    list.addEventListener("keydown", (event) => {
      const at = texts.indexOf(document.activeElement);
      const to =
        event.key === "ArrowDown" ? at + 1
        : event.key === "ArrowUp" ? at - 1
        : event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey ?
          texts.findIndex((text) => text.textContent.toLowerCase().startsWith(event.key.toLowerCase()))
        : -1;
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        from = undefined;
        back();
      } else if (at >= 0 && texts[to]) {
        event.preventDefault();
        event.stopPropagation();
        texts[to].focus();
      }
    });
  }
})();
