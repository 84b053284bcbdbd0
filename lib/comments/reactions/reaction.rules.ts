import { countLabel } from "@/lib/numbers";
import type { ReactionValue } from "@/prisma/generated/enums";

const ownText = { agree: "You agree", disagree: "You disagree", pass: "You passed" } as const;

/** What somebody reads beside a comment after they reacted: their own reaction, and how many reacted how. */
export function reactionMessage(
  value: ReactionValue,
  { agrees, disagrees, passes }: { agrees: number; disagrees: number; passes: number },
): string {
  const agree = countLabel(agrees, "person agrees", "people agree");
  return `${ownText[value]}. In total, ${agree}, ${countLabel(disagrees, "disagrees", "disagree")}, ${countLabel(passes, "passed", "passed")}.`;
}
