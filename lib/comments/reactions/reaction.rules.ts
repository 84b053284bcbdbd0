import { countLabel } from "@/lib/numbers";
import type { ReactionValue } from "@/prisma/generated/enums";

/** Why a reaction was not taken: by these names in the address of the page that shows it. */
export const refusedReactionTexts = {
  limit: "You have done that too many times. Wait 15 minutes, then try again.",
  puzzle:
    "Many reactions came from your network in a short time. Choose again below: your browser then does a sum first, which takes a few seconds.",
} as const;

export type ReactionRefusal = keyof typeof refusedReactionTexts;

/** The title above somebody's own reaction; it is there only once the reaction is stored. */
export const ownReactionLabels = {
  agree: "You agree with this comment",
  disagree: "You disagree with this comment",
  pass: "You passed on this comment",
} as const satisfies Record<ReactionValue, string>;

const ownText = { agree: "You agree", disagree: "You disagree", pass: "You passed" } as const;

/** What somebody reads beside a comment after they reacted: their own reaction, and how many reacted how. */
export function reactionMessage(
  value: ReactionValue,
  { agrees, disagrees, passes }: { agrees: number; disagrees: number; passes: number },
): string {
  const agree = countLabel(agrees, "person agrees", "people agree");
  return `${ownText[value]}. In total, ${agree}, ${countLabel(disagrees, "disagrees", "disagree")}, ${countLabel(passes, "passed", "passed")}.`;
}
