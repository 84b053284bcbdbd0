/**
 * The texts by which people consent to our keeping what they write, by version. The text of a version never changes: a
 * new text gets a new version.
 */
export const consentTexts = {
  "2026-11": {
    comment:
      "What you think about your work can say something about you, such as whether you are in a union. When you send this you agree that we keep it, and publish your words without your name. You can take them back at any time.",
    reaction:
      "What you think about your work can say something about you, such as whether you are in a union. When you answer you agree that we keep your answers, without your name.",
  },
  "2026-12": {
    comment:
      "What you think about your work can say something about you, such as whether you are in a union. By sending this you agree that we store your comment and publish it without your name. You can withdraw it at any time.",
    reaction:
      "What you think about your work can say something about you, such as whether you are in a union. By reacting you agree that we store your reactions, without your name.",
  },
} as const satisfies Record<string, { comment: string; reaction: string }>;

/** The version that is shown and recorded now. */
export const currentConsentVersion = "2026-12" satisfies keyof typeof consentTexts;

type Consent = { consentedTo: string | null; consentEndedAt: Date | null };

/** Whether consent was given and not withdrawn. */
export const hasConsent = ({ consentedTo, consentEndedAt }: Consent): boolean =>
  consentedTo !== null && consentEndedAt === null;
