import { solveChallenge } from "altcha-lib/v1";

// Solves a form's puzzle and sends the form as it was sent before. It runs in the page, a little at a time: a worker of
// its own would need a looser policy.
for (const place of document.querySelectorAll<HTMLElement>("[data-puzzle]")) void solve(place);

async function solve(place: HTMLElement): Promise<void> {
  const form = place.closest("form");
  const field = place.querySelector<HTMLInputElement>('input[name="puzzle"]');
  const told = place.querySelector("[role=status]");
  if (!form || !field || !told) return;
  const { algorithm, challenge, salt, signature, maxnumber } = JSON.parse(place.dataset.puzzle ?? "{}");
  told.textContent = "One moment: your device is solving a small puzzle. Then it goes by itself.";
  try {
    const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
    if (!solution) throw new Error("no solution");
    field.value = btoa(JSON.stringify({ algorithm, challenge, salt, signature, number: solution.number }));
    const pressed = form.querySelector<HTMLButtonElement>(`button[value="${place.dataset.answer}"]`);
    form.requestSubmit(pressed);
  } catch {
    told.textContent =
      "Your device could not solve the puzzle. You can wait a quarter of an hour, or sign in by e-mail.";
  }
}
