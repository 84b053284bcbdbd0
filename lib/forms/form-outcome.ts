import { AsyncLocalStorage } from "node:async_hooks";

// What our server, which called Next, learns of a request beside its response. An action reports that it did not take a
// form: the page that is rendered next may no longer have that form, and the server then saves the text
// (lib/server/interrupted-request.ts). Next bundles its own copy of this file, so that the two meet in globalThis.

export type FormOutcome = {
  /** The messages of the action's reply; unset while it has taken the form. */
  failure?: string;
  /** Whether a page, an action or a route threw something that it did not handle. */
  hasThrown?: boolean;
};

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

/** Reports that something was thrown while this request was answered. */
export function reportThrown(): void {
  const outcome = storage.getStore();
  if (outcome) outcome.hasThrown = true;
}
