import { react } from "@/lib/comments/reacting/commands";
import { decide } from "@/lib/moderation/decisions/commands";
import { visitor } from "@/lib/people/policy";
import { newFormId } from "@/lib/secrets";
import { makeRep, openStrategy, publishIt, sendOne } from "@/lib/test-scene";

// A process that writes until it is killed, several at once: a comment, the decision on it, a reaction. What the
// database has acknowledged goes to standard output at once, a line each: what, and its id.
const strategyId = "cornwall-scilly";
await openStrategy(strategyId);
const rep = await makeRep(strategyId);
const tell = (what: string, id: string) => process.stdout.write(`${what} ${id}\n`);

async function writeOn(): Promise<never> {
  for (;;) {
    const { commentId, caseId } = await sendOne(strategyId, { text: `Words ${newFormId()}` });
    tell("comment", commentId);
    await decide(rep, caseId, publishIt);
    tell("decision", caseId);
    await react(visitor, strategyId, { comment: commentId, value: "agree", formId: newFormId() }, newFormId());
    tell("reaction", commentId);
  }
}
await Promise.all(Array.from({ length: 4 }, writeOn));
