// The failures whose message people see. Input errors are returned, what is absent or unseen is notFound(),
// everything else is thrown and shown as "something went wrong".

/** The thing is not there, or this person may not see it: shown as a 404. */
export class NotFound extends Error {}

/** Somebody else changed it first. `message` is shown: it names who decided what. */
export class Conflict extends Error {}

/** The form was sent before, and holds something else now. `message` is shown. */
export class FormUsed extends Conflict {}

/** The rules do not allow it now (a closed strategy, a locked thread). `message` is shown, beside `field` if there is one. */
export class RuleViolation extends Error {
  constructor(
    message: string,
    readonly field: string = "form",
  ) {
    super(message);
  }
}

/** Too often in a short time. `message` is shown. */
export class RateLimited extends Error {}

/** It looks as if a script were at work: proof of work is required first, harder with `overuse` (see puzzleSteps). */
export class ProofOfWorkRequired extends Error {
  constructor(readonly overuse = 1) {
    super();
  }
}

/** Whether people see the message of this failure. */
export const isUserFacing = (error: unknown): error is Error =>
  error instanceof Conflict || error instanceof RuleViolation || error instanceof RateLimited;

/** The message of a failure, for people to see. @throws the error again when it is not one of those */
export function userMessage(error: unknown): string {
  if (isUserFacing(error)) return error.message;
  throw error;
}
