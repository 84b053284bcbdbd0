import type { CaseFacts } from "@/lib/moderation/decisions/decision.policy";
import { movesFor } from "@/lib/moderation/decisions/decision.policy";
import { holdHours } from "@/lib/moderation/reports/report.rules";
import { sanctionsFor } from "@/lib/moderation/sanctions/sanction.policy";
import { type Person, visitor } from "@/lib/people/person.policy";
import {
  CaseKind,
  CaseState,
  CommentState,
  Deed,
  ModerationMode,
  Role,
  Source,
  ThreadState,
} from "@/prisma/generated/enums";

// The table of docs/moderation-table.md, asked of the policy itself: every person × deed × kind of case × state.

const area = "the-area";
const account = (role: Role, bodyId: string | null, unionId: string | null = "the-union"): Person => ({
  ...visitor,
  accountId: "somebody",
  grants: [{ role, bodyId, unionId }],
});

/** Everybody who could ask, by what they are to the case. */
export const people: Record<string, Person> = {
  "a visitor": visitor,
  "a participant by receipt": { ...visitor, participantId: "p", participantStrategyId: "s" },
  "an account without a role": { ...visitor, accountId: "somebody" },
  "a rep of the area": account(Role.rep, area),
  "a rep of another area": account(Role.rep, "elsewhere"),
  "a rep without an area": account(Role.rep, null),
  ...Object.fromEntries(
    Object.values(Role)
      .filter((role) => role !== Role.rep)
      .map((role) => [`somebody who is ${role.replace("_", " ")} there`, account(role, area)]),
  ),
};

/** A case with the area's reps and nothing that ties anybody to it. */
export const plainFacts: CaseFacts = {
  kind: CaseKind.pre_moderation,
  state: CaseState.open,
  commentState: CommentState.held,
  threadState: ThreadState.open,
  areaId: area,
  leadBodyId: area,
  toUnionId: null,
  toAccountId: null,
  ofUnionId: null,
  firstUnionId: null,
  isOwn: false,
  isOwnFlag: false,
  wasTheirs: false,
  isRecused: false,
};

/** What takes a rep of the area off a case, by name. */
export const guards: Record<string, Partial<CaseFacts>> = {
  "they wrote the comment": { isOwn: true },
  "they reported it": { isOwnFlag: true },
  "their union wrote it": { ofUnionId: "the-union" },
  "they took the decision before (an appeal, a second look, what comes of one that disagrees)": { wasTheirs: true },
  "a rep of their union took it (a second look)": { firstUnionId: "the-union" },
  "they stood back": { isRecused: true },
  "it was passed to another union": { toUnionId: "another-union" },
  "it was passed to another rep": { toAccountId: "another" },
  "it was passed to another area": { areaId: "elsewhere" },
  "it is decided": { state: CaseState.decided },
  "it has lapsed": { state: CaseState.lapsed },
};

export type Row = { kind: CaseKind; from: CommentState; deed: Deed; to: CommentState; who: string[] };

/** Every combination that the policy allows somebody, on an open case with nothing that ties them to it. */
export function allowedRows(): Row[] {
  return Object.values(CaseKind).flatMap((kind) =>
    Object.values(CommentState).flatMap((commentState) =>
      Object.values(Deed).flatMap((deed) => {
        const threadState = deed === "unlock" ? ThreadState.locked : ThreadState.open;
        const facts = { ...plainFacts, kind, commentState, threadState };
        const may = Object.entries(people).flatMap(([who, person]) => {
          const move = movesFor(person, facts).find((one) => one.deed === deed);
          return move ? [{ who, to: move.to }] : [];
        });
        const to = may[0]?.to;
        return to ? [{ kind, from: commentState, deed, to, who: may.map(({ who }) => who) }] : [];
      }),
    ),
  );
}

/** For which comments a rep of the area may give a sanction, asked of its policy. */
function sanctionRows(): string[] {
  const rep = people["a rep of the area"] ?? visitor;
  return Object.values(CaseKind).flatMap((kind) =>
    Object.values(CommentState).flatMap((commentState) =>
      [false, true].flatMap((isRedacted) => {
        const about = { isRedacted, source: Source.participant, mode: ModerationMode.after, isSanctioned: false };
        const given = sanctionsFor(rep, { ...plainFacts, kind, commentState, ...about });
        const state = isRedacted && commentState === "published" ? "published, words masked" : commentState;
        const isTold = !isRedacted || commentState === "published"; // elsewhere the mask makes no difference
        return given.length > 0 && isTold ? [`| ${kind} | ${state} | ${given.join(", ")} |`] : [];
      }),
    ),
  );
}

/** The table as Markdown. */
export function tableText(): string {
  const rows = allowedRows().map(
    ({ kind, from, deed, to, who }) => `| ${kind} | ${from} | ${deed} | ${to} | ${who.join(", ")} |`,
  );
  const asked = Object.values(CaseKind).length * Object.values(CommentState).length * Object.values(Deed).length;
  return `# Who may do what to a comment

Made from \`lib/moderation/decisions/decision.policy.ts\` by \`npx vitest run -u lib/moderation/decisions/decision.policy\`; the tests hold both to each other. ${Object.keys(people).length} kinds of people × ${asked} combinations of case, state and deed were asked: what is not in the table is not allowed, to anybody.

Those asked: ${Object.keys(people).join(", ")}.

| kind of case | comment is | deed | comment becomes | allowed to |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

Locking and unlocking leave the comment as it is: the thread changes. An appeal against a sanction leaves it too.

## What the service itself does

| from | to | when |
| --- | --- | --- |
| new | published | the strategy publishes first, no check holds it, and its author has no pre-moderation |
| new | held | else |
| published | held | the first report of illegal content on these words, for ${holdHours} hours |
| held | published | nobody decided in that time |

## Sanctions

By a rep of the area, for what a comment of a participant said, once for each comment; pre-moderation only where the strategy publishes first. An open case or a decided one.

| kind of case | comment is | sanctions |
| --- | --- | --- |
${sanctionRows().join("\n")}

A rep of the area may do none of it when

${Object.keys(guards)
  .map((guard) => `- ${guard}.`)
  .join("\n")}
`;
}
