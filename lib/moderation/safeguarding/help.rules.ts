/** What a rep can send to an author who may be at risk, or is threatened. */
export const helpMessage =
  "I read your comment and I am concerned for you. You can talk to Samaritans on 116 123, free, at any time of day or night. If you or somebody else is in danger, call 999. Your union rep can support you too.";

/** A rep's message with the offer of help at its end. */
export const withHelp = (message: string | null): string => [message, helpMessage].filter(Boolean).join("\n\n");
