const nearlyFull = 500;

/** Says how many characters are left when few are, counted as the server does: as a person would. */
export function countOf(text: HTMLTextAreaElement, place: HTMLElement): void {
  const limit = Number(text.dataset.limit);
  if (!limit) return;
  let waiting = 0;
  const count = () => {
    const left = limit - [...text.value].length;
    const words = left >= 0 ? `You have ${left} characters left.` : `Your words are ${-left} characters too long.`;
    place.textContent = left > nearlyFull ? "" : words;
  };
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(count, 700);
  });
  count();
}
