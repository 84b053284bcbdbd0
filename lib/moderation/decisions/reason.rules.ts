import type { ModerationAction } from "@/prisma/generated/enums";

/** A reason for a decision. `text` is shown to the author, `title` to reps. */
type Reason = {
  version: number;
  title: string;
  text: string;
};

/**
 * The reasons by code, each with all its versions, newest first. Add a version to change a text: old notices keep the
 * text of their version.
 */
const versions = {
  "identifies-someone": [
    {
      version: 2,
      title: "It could identify someone",
      text: "Your comment could identify a person. That could be you, or someone you work with.",
    },
    {
      version: 1,
      title: "It could identify someone",
      text: "Your comment says something that could show who a person is. That could be you, or someone you work with.",
    },
  ],
  insults: [
    {
      version: 1,
      title: "It insults someone",
      text: "Your comment insults a person or a group. You can say the same thing without the insult.",
    },
  ],
  "off-topic": [
    {
      version: 2,
      title: "It is not about this strategy",
      text: "Your comment is not about something this strategy can change.",
    },
    {
      version: 1,
      title: "It is not about this strategy",
      text: "Your comment is not about what this strategy can change.",
    },
  ],
  advert: [{ version: 1, title: "It is an advert", text: "Your comment sells or promotes something." }],
  "repeats-itself": [
    {
      version: 2,
      title: "It has been sent before",
      text: "You sent the same comment before. We count the first one.",
    },
    {
      version: 1,
      title: "It has been sent before",
      text: "The same comment was sent by you before. The first one counts.",
    },
  ],
  "not-lawful": [
    {
      version: 2,
      title: "It may break the law",
      text: "Publishing your comment could break the law, for example because it accuses someone of a crime.",
    },
    {
      version: 1,
      title: "It may break the law",
      text: "Publishing your comment could break the law, for example because it accuses a person of a crime.",
    },
  ],
  "keeps-to-rules": [
    {
      version: 2,
      title: "It follows the rules",
      text: "We read it again, and it follows the rules. The first decision was wrong.",
    },
    {
      version: 1,
      title: "It keeps to the rules",
      text: "We read it again, and it keeps to the rules. The first decision was wrong.",
    },
  ],
} satisfies Record<string, [Reason, ...Reason[]]>;

export type ReasonCode = keyof typeof versions;
export const reasonCodes = Object.keys(versions) as ReasonCode[];

/** The reasons that name a fault of the comment. */
export const faultCodes = reasonCodes.filter((code) => code !== "keeps-to-rules");

/**
 * The reasons that fit an action: an appeal is upheld because the comment keeps to the rules; any other action names a
 * fault; a second look may find either, and so may the rep who opens a case again.
 */
export function reasonsFor(action: ModerationAction): ReasonCode[] {
  if (action === "agree" || action === "disagree" || action === "reopen") return reasonCodes;
  return action === "uphold" ? ["keeps-to-rules"] : faultCodes;
}

/** The newest version of each reason. */
export const reasons = Object.fromEntries(reasonCodes.map((code) => [code, versions[code][0]])) as Record<
  ReasonCode,
  Reason
>;

/** A version of a reason, or its newest when there is no such version; null when there is no such reason. */
export function findReason(code: string | null, version: number | null): Reason | null {
  if (code === null || !Object.hasOwn(versions, code)) return null;
  const all: readonly Reason[] = versions[code as ReasonCode];
  return all.find((reason) => reason.version === version) ?? all[0] ?? null;
}
