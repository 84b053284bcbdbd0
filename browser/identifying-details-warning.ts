import { findSigns, signWords } from "@/lib/comments/identifying-detail.rules";

const pause = 700; // milliseconds: nobody is interrupted in the middle of a word
const shownAtMost = 5;

/**
 * Warns beside a text, while it is typed and on this device alone, of what could show who somebody is. Said anew only
 * when something else was found, so that a screen reader does not repeat itself.
 * @param place where the warning goes; its template is how it looks
 */
export function warnOf(text: HTMLTextAreaElement, place: HTMLElement): void {
  const look = place.querySelector("template");
  if (!look) return;
  let said = "";
  const warn = () => {
    const found = findSigns(text.value).map(
      ({ kind, start, end }) => `${signWords[kind]}: “${text.value.slice(start, end)}”`,
    );
    const now = [...new Set(found)].slice(0, shownAtMost);
    if (now.join("\n") === said) return;
    said = now.join("\n");
    const before = [...place.children].filter((one) => one !== look);
    for (const one of before) one.remove();
    if (now.length === 0) return;
    const shown = look.content.cloneNode(true) as DocumentFragment;
    shown.querySelector("ul")?.replaceChildren(...now.map(item));
    place.append(shown);
  };
  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(warn, pause);
  });
  warn();
}

function item(words: string): HTMLLIElement {
  const item = document.createElement("li");
  item.textContent = words;
  return item;
}
