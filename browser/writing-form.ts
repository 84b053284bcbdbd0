import { countOf } from "@/browser/character-count";
import { draftOf } from "@/browser/draft-autosave";
import { warnOf } from "@/browser/identifying-details-warning";

// What a form for writing does more where scripts run. Bundled into public/browser/writing-form.js; a page that has
// WritingHelp carries it. Without it the page after the form warns all the same, and a button saves the draft.
for (const help of document.querySelectorAll<HTMLElement>("[data-help-for]")) {
  const text = document.getElementById(help.dataset.helpFor ?? "");
  if (!(text instanceof HTMLTextAreaElement)) continue;
  const part = (name: string) => help.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const [signs, left] = [part("signs"), part("left")];
  if (left) countOf(text, left);
  if (signs) warnOf(text, signs);
  const draft = text.form?.querySelector<HTMLElement>('[data-part="draft"]');
  if (text.form && draft) draftOf(text.form, draft);
}
