import type { Stance } from "@/prisma/generated/enums";

/** What a form for a comment or a reply held; a reply has no themes, district and sector. */
export type SubmittedContent = {
  text: string;
  stance: Stance | null;
  themes?: readonly string[];
  district?: string | null;
  sector?: string | null;
};

/** Whether a form holds what it held when it was sent before: a second press, or other text under the same form. */
export function isSameSubmission(stored: SubmittedContent, sent: SubmittedContent): boolean {
  if (stored.text !== sent.text || stored.stance !== sent.stance) return false;
  if (sent.themes === undefined) return true;
  return (
    (stored.district ?? null) === (sent.district ?? null) &&
    (stored.sector ?? null) === (sent.sector ?? null) &&
    [...(stored.themes ?? [])].sort().join() === [...new Set(sent.themes)].sort().join()
  );
}

/**
 * As whom a form writes. `alias` is null for somebody who gets a new one. `token` goes into the form, so that what is
 * sent can be compared with who is signed in by then; "" for somebody without an account or a receipt of this strategy.
 */
export type Writer = { kind: "known" | "account" | "other-receipt" | "visitor"; alias: string | null; token: string };
