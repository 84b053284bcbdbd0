const idleDelay = 3_000; // milliseconds after the last key
const longestWait = 10_000; // milliseconds for which a form that is sent waits for its draft

type SaveResponse = { draft?: number; error?: string };

/**
 * Saves what is typed by itself, on the server and never on this device. When another window was first it stops and
 * shows that; the text stays on the page.
 * @param controls names where the draft belongs, and shows the outcome
 */
export function autosaveDraft(form: HTMLFormElement, controls: HTMLElement): void {
  const { address = "", strategy = "", draftPlace = "" } = controls.dataset;
  const version = form.elements.namedItem("draft");
  const status = controls.querySelector("[role=status]");
  if (!(version instanceof HTMLInputElement) || !status) return;
  const setStatus = (message: string) => {
    if (status.textContent !== message) status.textContent = message;
  };
  let timer = 0;
  let hasStopped = false;
  let pendingSave: Promise<void> = Promise.resolve();
  let isSaving = false;

  const save = async () => {
    if (hasStopped) return;
    const formData = new FormData(form);
    const payload = new FormData();
    for (const name of ["text", "stance", "themes", "district", "sector", "draft"])
      for (const value of formData.getAll(name)) payload.append(name, value);
    payload.set("strategy", strategy);
    payload.set("place", draftPlace);
    try {
      const response = await fetch(address, { method: "PUT", body: payload, keepalive: true });
      const { draft, error }: SaveResponse = await response.json();
      if (draft) version.value = String(draft);
      hasStopped = error !== undefined && response.status !== 429 && response.status !== 400;
      setStatus(error ?? "Your draft is saved.");
    } catch {
      setStatus("We could not save your draft. Your text is still here.");
    }
  };
  const queueSave = () => {
    clearTimeout(timer);
    timer = 0;
    isSaving = true;
    // one after the other, since each passes its version to the next
    const queued = pendingSave.then(save).then(() => {
      if (pendingSave === queued) isSaving = false;
    });
    pendingSave = queued;
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(queueSave, idleDelay);
  });
  // when the phone is put away or the page left, save what was typed last
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && timer) queueSave();
  });
  // A form that is being sent needs no draft. One that is on its way comes first: the form has to carry the version that it
  // makes, or the next save would take it for another window's.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    timer = 0;
    if (!isSaving) return;
    event.preventDefault();
    const { submitter } = event;
    const patience = new Promise<void>((done) => window.setTimeout(done, longestWait));
    void Promise.race([pendingSave, patience]).then(() => {
      isSaving = false;
      form.requestSubmit(submitter);
    });
  });
}
