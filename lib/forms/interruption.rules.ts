/**
 * What came between a form and its action.
 * signed-out: the session had ended · other-account: another account is signed in now · gone: what it was for is not
 * there, or is not theirs any more · refused: it may not be sent now, and its page no longer shows the form · updated:
 * the page is from before an update
 */
export const interruptions = ["signed-out", "other-account", "gone", "refused", "updated"] as const;
export type Interruption = (typeof interruptions)[number];

/** What a person reads about it, beside the text that was not sent. */
export const interruptionTexts: Record<Interruption, string> = {
  "signed-out": "You were signed out before it was sent.",
  "other-account": "Somebody else was signed in when it was sent.",
  gone: "It could not be sent because the page no longer exists, or you were not able to change it.",
  refused: "It could not be sent.",
  updated: "We updated this page while you had it open, so it was not sent.",
};
