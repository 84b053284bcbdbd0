/**
 * The words by which people agree that we keep what they say, by version. What somebody agreed to is never changed: new
 * words get a new version beside the old.
 */
export const consentTexts = {
  "2026-11": {
    comment:
      "What you think about your work can say something about you, such as whether you are in a union. When you send this you agree that we keep it, and publish your words without your name. You can take them back at any time.",
    reaction:
      "What you think about your work can say something about you, such as whether you are in a union. When you answer you agree that we keep your answers, without your name.",
  },
} as const satisfies Record<string, { comment: string; reaction: string }>;

/** The version that is shown and recorded now. */
export const currentConsentVersion = "2026-11" satisfies keyof typeof consentTexts;

type Consent = { consentedTo: string | null; consentEndedAt: Date | null };

/** Whether somebody's agreement stands: given, and not taken back. */
export const hasConsent = ({ consentedTo, consentEndedAt }: Consent): boolean =>
  consentedTo !== null && consentEndedAt === null;
