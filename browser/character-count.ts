import { countCharacters } from "@/lib/characters";

const warningThreshold = 500;

/** Shows how many characters are left when few are, counted as the server counts them. */
export function showCharactersLeft(text: HTMLTextAreaElement, output: HTMLElement): void {
  const limit = Number(text.dataset.limit);
  if (!limit) return;
  let timer = 0;
  const count = () => {
    const charactersLeft = limit - countCharacters(text.value);
    const message =
      charactersLeft >= 0
        ? `You have ${charactersLeft} characters left.`
        : `Your text is ${-charactersLeft} characters too long.`;
    output.textContent = charactersLeft > warningThreshold ? "" : message;
  };
  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(count, 700);
  });
  count();
}
