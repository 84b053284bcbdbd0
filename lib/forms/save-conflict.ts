import { stay } from "@/lib/forms/form-action";
import { diffSideBySide } from "@/lib/forms/side-by-side-diff";

/**
 * Shows the text that a colleague saved first beside the submitted one, with the version of theirs: sent again, the form
 * takes its place, which the person has then seen. The page has `SideBySideTexts`, and its version in a retained field.
 */
export function saveConflict(
  what: string,
  { by, current, version }: { by: string; current: string; version: number },
  submitted: string,
) {
  const { left, right } = diffSideBySide(current, submitted);
  return stay({
    errors: {
      form: `${by} saved ${what} while you were writing. Compare your version with theirs, then save the right one.`,
    },
    result: { by, current: left, submitted: right, version },
  });
}
