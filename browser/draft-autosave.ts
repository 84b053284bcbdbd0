const pause = 3_000; // milliseconds after the last key

type Answer = { draft?: number; error?: string };

/**
 * Saves what is typed by itself, on the server and never on this device. When another window was first it stops, and
 * says so: the words stay on the page.
 * @param place says where the draft belongs, and is where the outcome is told
 */
export function draftOf(form: HTMLFormElement, place: HTMLElement): void {
  const { address = "", strategy = "", draftPlace = "" } = place.dataset;
  const version = form.elements.namedItem("draft");
  const told = place.querySelector("[role=status]");
  if (!(version instanceof HTMLInputElement) || !told) return;
  const say = (words: string) => {
    if (told.textContent !== words) told.textContent = words;
  };
  let waiting = 0;
  let isOver = false;
  let saving: Promise<void> = Promise.resolve();

  const save = async () => {
    if (isOver) return;
    const typed = new FormData(form);
    const told = new FormData();
    for (const name of ["text", "stance", "themes", "district", "sector", "draft"])
      for (const value of typed.getAll(name)) told.append(name, value);
    told.set("strategy", strategy);
    told.set("place", draftPlace);
    try {
      const answer = await fetch(address, { method: "PUT", body: told, keepalive: true });
      const { draft, error }: Answer = await answer.json();
      if (draft) version.value = String(draft);
      isOver = error !== undefined && answer.status !== 429 && answer.status !== 400;
      say(error ?? "Your draft is saved.");
    } catch {
      say("Your draft could not be saved just now. Your words are still here.");
    }
  };
  const saveNext = () => {
    clearTimeout(waiting);
    waiting = 0;
    saving = saving.then(save); // one after the other, for each tells the next its version
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(saveNext, pause);
  });
  // the phone is put away, or the page is left: what was typed last is saved too
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && waiting) saveNext();
  });
  // what is sent is no draft any more
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    waiting = 0;
  });
}
