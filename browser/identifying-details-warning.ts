const idleDelay = 700; // milliseconds: no warning in the middle of a word
const maxDetails = 5;

type Rules = typeof import("@/browser/identifying-details");

/**
 * Warns beside a text, while it is typed and on this device alone, of what could show who somebody is. The rules are
 * loaded when the first key is pressed; where they cannot be, the page after the form gives the same warning. Announced
 * again only when something else was found, so that a screen reader does not repeat itself.
 * @param output where the warning goes; its template gives its appearance
 */
export function warnOfIdentifyingDetails(text: HTMLTextAreaElement, output: HTMLElement): void {
  const template = output.querySelector("template");
  if (!template) return;
  let announced: string | null = null; // null: what the server found in the text that the page came with
  let loading: Promise<Rules | null> | null = null;
  const loadRules = () => {
    loading ??= import("@/browser/identifying-details").catch(() => {
      loading = null; // tried again at the next key
      return null;
    });
    return loading;
  };
  const update = async () => {
    const rules = await loadRules();
    if (!rules) return;
    const details = rules.describe(text.value).slice(0, maxDetails);
    if (details.join("\n") === announced) return;
    announced = details.join("\n");
    const previous = [...output.children].filter((child) => child !== template);
    for (const child of previous) child.remove();
    if (details.length === 0) return;
    const content = template.content.cloneNode(true) as DocumentFragment;
    content.querySelector("ul")?.replaceChildren(...details.map(listItem));
    output.append(content);
  };
  let timer = 0;
  text.addEventListener("input", () => {
    void loadRules();
    clearTimeout(timer);
    timer = window.setTimeout(update, idleDelay);
  });
}

function listItem(text: string): HTMLLIElement {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}
