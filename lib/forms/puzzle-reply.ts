import { ProofOfWorkRequired } from "@/lib/errors";
import { type FormReply, stay } from "@/lib/forms/form-action";
import { makePuzzle } from "@/lib/security/proof-of-work";

/**
 * Runs a command that may ask for proof of work. The form then stays on its page with a puzzle, which a script of the
 * page solves and sends with the button that was pressed (components/forms/proof-of-work-notice.tsx).
 * @param step of a form with several, to stay on
 */
export async function withPuzzle<Result>(
  command: () => Promise<Result>,
  { step, pressedValue }: { step?: string; pressedValue: string },
): Promise<Result | FormReply> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof ProofOfWorkRequired)) throw error;
    return stay({ step, result: { puzzle: JSON.stringify(await makePuzzle(error.overuse)), pressedValue } });
  }
}
