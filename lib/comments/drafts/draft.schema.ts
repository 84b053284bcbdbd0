import { z } from "zod";
import { parseDraftPlace } from "@/lib/comments/drafts/draft.rules";

const short = z.string().max(64).default("");

/** The values of an unfinished form, of which only the size is checked. */
export const draftValues = z.object({
  text: z.string().max(20_000, "This is too long to save. A comment can have up to 5,000 characters.").default(""),
  stance: short,
  themes: z.array(z.string().max(64)).max(40).default([]),
  district: short,
  sector: short,
});
export type DraftValues = z.infer<typeof draftValues>;

/** The values of a form that goes on from a draft; the stance only where one was chosen, for "" is a choice too. */
export function draftFormValues(
  draft: { version: number; values: DraftValues } | null,
): Record<string, string | string[]> {
  if (!draft) return {};
  const { stance, ...values } = draft.values;
  return { ...values, ...(stance && { stance }), draft: String(draft.version) };
}

/** A draft with its place, and the version that the window last saved: 0 when it has saved none. */
export const draftInput = z.object({
  place: z.string().transform((text, context) => {
    const place = parseDraftPlace(text);
    if (!place) context.addIssue("There is no such place.");
    return place ?? z.NEVER;
  }),
  draft: z.coerce.number().int().min(0).max(1_000_000).default(0),
  values: draftValues,
});
