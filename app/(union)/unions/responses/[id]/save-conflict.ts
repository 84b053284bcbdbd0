import { stay } from "@/lib/forms/form-action";
import { diffSideBySide } from "@/lib/unions/responses/side-by-side-diff";

/** Shows the text that a colleague saved first beside the submitted one, which is stored as a conflicting edit. */
export function saveConflict(
  what: string,
  { by, current, version }: { by: string; current: string; version: number },
  submitted: string,
) {
  const { left, right } = diffSideBySide(current, submitted);
  return stay({
    errors: { form: `${by} saved ${what} while you wrote. Yours is kept. Compare the two, then save what is right.` },
    result: { by, current: left, submitted: right, version },
  });
}
