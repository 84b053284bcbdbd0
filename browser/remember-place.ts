// Remembers the place on the page for a comment that may be written later: see found-place.ts. `data-districts` of the
// script holds the ids of its districts. Bundled into public/browser/remember-place.js.
const script = document.currentScript;
const districts = script instanceof HTMLScriptElement ? script.dataset.districts : undefined;
try {
  if (districts) sessionStorage.setItem("place", districts);
} catch {
  // this browser stores nothing for us
}
