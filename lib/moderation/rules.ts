import type { CaseKind, CommentState, Deed } from "@/prisma/generated/enums";

type Move = { from: CommentState; deed: Deed; to: CommentState; needsReason: boolean };

/** What a rep may do to a comment, by its state: the table of design.md section 7. */
export const moves: readonly Move[] = [
  { from: "held", deed: "publish", to: "published", needsReason: false },
  { from: "held", deed: "return", to: "returned", needsReason: true },
  { from: "held", deed: "reject", to: "rejected", needsReason: true },
  { from: "published", deed: "redact", to: "published", needsReason: true },
  { from: "published", deed: "remove", to: "removed", needsReason: true },
  { from: "published", deed: "dismiss", to: "published", needsReason: false },
  { from: "rejected", deed: "uphold", to: "published", needsReason: true },
  { from: "removed", deed: "uphold", to: "published", needsReason: true },
  { from: "rejected", deed: "dismiss", to: "rejected", needsReason: true },
  { from: "removed", deed: "dismiss", to: "removed", needsReason: true },
];

/** The move, or null when a comment in this state allows no such deed. */
export function findMove(from: CommentState, deed: Deed): Move | null {
  return moves.find((move) => move.from === from && move.deed === deed) ?? null;
}

/** Days in which a case is to be decided. */
const daysToDecide: Record<CaseKind, number> = {
  pre_moderation: 3,
  check: 3,
  flag: 3,
  illegal: 1,
  appeal: 7,
  second_look: 14,
};

export function dueAt(kind: CaseKind, openedAt: Date): Date {
  return new Date(openedAt.getTime() + daysToDecide[kind] * 24 * 60 * 60 * 1000);
}

/** Why something is not published, by code; the words are for the author. A change of words is a new version. */
export const reasons = {
  "identifies-someone": {
    version: 1,
    title: "It could identify someone",
    words: "Your comment says something that could show who a person is. That could be you, or someone you work with.",
  },
  insults: {
    version: 1,
    title: "It insults someone",
    words: "Your comment insults a person or a group. You can say the same thing without the insult.",
  },
  "off-topic": {
    version: 1,
    title: "It is not about this strategy",
    words: "Your comment is not about what this strategy can change.",
  },
  advert: { version: 1, title: "It is an advert", words: "Your comment sells or promotes something." },
  "repeats-itself": {
    version: 1,
    title: "It has been sent before",
    words: "The same comment was sent by you before. The first one counts.",
  },
  "not-lawful": {
    version: 1,
    title: "It may break the law",
    words: "Publishing your comment could break the law, for example because it accuses a person of a crime.",
  },
} as const;
export type ReasonCode = keyof typeof reasons;
export const reasonCodes = Object.keys(reasons) as ReasonCode[];

/** The text with each span [from, to) of UTF-16 units masked by one mark, so that not even its length is told. */
export function maskSpans(text: string, spans: readonly (readonly [number, number])[]): string {
  let masked = "";
  let at = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    masked += `${text.slice(at, Math.max(at, from))}[masked]`;
    at = Math.max(at, to);
  }
  return masked + text.slice(at);
}
