import { showCharactersLeft } from "@/browser/character-count";
import { autosaveDraft } from "@/browser/draft-autosave";
import { suggestFoundPlace } from "@/browser/found-place";
import { warnOfIdentifyingDetails } from "@/browser/identifying-details-warning";

// Progressive enhancement of forms for writing, bundled into public/browser/writing-form.js and loaded by WritingHelp.
// Without it the page after the form shows the warning, and a button saves the draft.
for (const help of document.querySelectorAll<HTMLElement>("[data-help-for]")) {
  const text = document.getElementById(help.dataset.helpFor ?? "");
  if (!(text instanceof HTMLTextAreaElement)) continue;
  const part = (name: string) => help.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const [charactersLeft, warning] = [part("characters-left"), part("identifying-details")];
  if (charactersLeft) showCharactersLeft(text, charactersLeft);
  if (warning) warnOfIdentifyingDetails(text, warning);
  const draft = text.form?.querySelector<HTMLElement>('[data-part="draft"]');
  if (text.form && draft) autosaveDraft(text.form, draft);
  const districts = text.form?.querySelector<HTMLSelectElement>('select[name="district"]');
  const foundPlace = text.form?.querySelector<HTMLElement>('[data-part="found-place"]');
  if (districts && foundPlace) suggestFoundPlace(districts, foundPlace);
}
