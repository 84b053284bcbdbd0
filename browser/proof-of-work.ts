import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/sha";

// Solves a form's puzzle and sends the form again with the same button. It runs in the page, a little at a time: a
// worker would need a looser content security policy.
for (const container of document.querySelectorAll<HTMLElement>("[data-puzzle]")) void solve(container);

async function solve(container: HTMLElement): Promise<void> {
  const form = container.closest("form");
  const field = container.querySelector<HTMLInputElement>('input[name="puzzle"]');
  const status = container.querySelector("[role=status]");
  if (!form || !field || !status) return;
  const challenge = JSON.parse(container.dataset.puzzle ?? "{}");
  status.textContent = "Please wait while your device solves a small puzzle. Then we send it automatically.";
  try {
    const solution = await solveChallenge({ challenge, deriveKey });
    if (!solution) throw new Error("no solution");
    field.value = btoa(JSON.stringify({ challenge, solution }));
    const pressed = form.querySelector<HTMLButtonElement>(`button[value="${container.dataset.pressedValue}"]`);
    form.requestSubmit(pressed);
  } catch {
    status.textContent = "Your device could not solve the puzzle. Wait 15 minutes and try again, or sign in by email.";
  }
}
