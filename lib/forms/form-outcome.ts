import { AsyncLocalStorage } from "node:async_hooks";

// How an action reports to our server, which called Next, that it did not take a form. The page that is rendered next
// may no longer have that form: the server then saves the text (lib/server/interrupted-request.ts). Next bundles its own
// copy of this file, so that the two meet in globalThis.

/** `failure`: the messages of the action's reply; unset while it has taken the form. */
export type FormOutcome = { failure?: string };

const shared = globalThis as typeof globalThis & { attFormOutcome?: AsyncLocalStorage<FormOutcome> };
shared.attFormOutcome ??= new AsyncLocalStorage();
const storage = shared.attFormOutcome;

/** Calls `run`, and gives `outcome` what the form's action reports meanwhile. */
export const watchFormOutcome = <Result>(outcome: FormOutcome, run: () => Result): Result => storage.run(outcome, run);

/** Reports that the form is shown again, with these messages. */
export function reportFormFailure(messages: string): void {
  const outcome = storage.getStore();
  if (outcome) outcome.failure = messages;
}
