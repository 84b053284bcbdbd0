/** The version of the words by which a participant agrees that we keep and publish what they write. */
export const consentWording = "2026-11";
