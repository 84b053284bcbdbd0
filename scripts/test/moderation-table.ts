import type { CaseFacts } from "@/lib/moderation/decisions/decision.policy";
import { allowedTransitions } from "@/lib/moderation/decisions/decision.policy";
import { type ReversalFacts, whyCannotReopen, whyCannotTakeBack } from "@/lib/moderation/decisions/reversal.policy";
import { isPublishable } from "@/lib/moderation/decisions/transition.rules";
import { holdHours } from "@/lib/moderation/reports/report.rules";
import { allowedSanctions } from "@/lib/moderation/sanctions/sanction.policy";
import { type Person, visitor } from "@/lib/people/person.policy";
import {
  CaseKind,
  CaseState,
  CommentSource,
  CommentState,
  ModerationAction,
  ModerationMode,
  Role,
  ThreadState,
} from "@/prisma/generated/enums";

// The table of docs/moderation-table.md, computed from the policy for every person × action × kind of case × state.

const area = "the-area";
const account = (role: Role, bodyId: string | null, unionId: string | null = "the-union"): Person => ({
  ...visitor,
  accountId: "somebody",
  grants: [{ role, bodyId, unionId }],
});

/** The kinds of people, by their relation to the case. */
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

/** An open case with the area's reps, without conflicts of interest. */
export const baseFacts: CaseFacts = {
  kind: CaseKind.pre_moderation,
  state: CaseState.open,
  commentState: CommentState.held,
  threadState: ThreadState.open,
  areaId: area,
  leadBodyId: area,
  assignedUnionId: null,
  assignedAccountId: null,
  authorUnionId: null,
  deciderUnionId: null,
  isOwn: false,
  isOwnReport: false,
  hasDecidedBefore: false,
  isRecused: false,
};

/** The facts that exclude a rep of the area from a case. */
export const guards: Record<string, Partial<CaseFacts>> = {
  "they wrote the comment": { isOwn: true },
  "they reported it": { isOwnReport: true },
  "their union wrote it": { authorUnionId: "the-union" },
  "they took the decision before (an appeal, a second look, what comes of one that disagrees)": {
    hasDecidedBefore: true,
  },
  "a rep of their union took it (a second look)": { deciderUnionId: "the-union" },
  "they stood back": { isRecused: true },
  "it was passed to another union": { assignedUnionId: "another-union" },
  "it was passed to another rep": { assignedAccountId: "another" },
  "it was passed to another area": { areaId: "elsewhere" },
  "it is decided": { state: CaseState.decided },
  "it has lapsed": { state: CaseState.lapsed },
};

export type TableRow = {
  kind: CaseKind;
  from: CommentState;
  action: ModerationAction;
  to: CommentState;
  roles: string[];
};

/** Every combination that the policy allows to anybody, on an open case without conflicts of interest. */
export function allowedRows(): TableRow[] {
  return Object.values(CaseKind).flatMap((kind) =>
    Object.values(CommentState).flatMap((commentState) =>
      Object.values(ModerationAction).flatMap((action) => {
        const threadState = action === "unlock" ? ThreadState.locked : ThreadState.open;
        const facts = { ...baseFacts, kind, commentState, threadState };
        const allowed = Object.entries(people).flatMap(([role, person]) => {
          const transition = allowedTransitions(person, facts).find((one) => one.action === action);
          return transition ? [{ role, to: transition.to }] : [];
        });
        const to = allowed[0]?.to;
        return to ? [{ kind, from: commentState, action, to, roles: allowed.map(({ role }) => role) }] : [];
      }),
    ),
  );
}

/** The comments for which a rep of the area may impose a sanction, computed from the policy. */
function sanctionRows(): string[] {
  const rep = people["a rep of the area"] ?? visitor;
  return Object.values(CaseKind).flatMap((kind) =>
    Object.values(CommentState).flatMap((commentState) =>
      [false, true].flatMap((isRedacted) => {
        const about = {
          isRedacted,
          source: CommentSource.participant,
          mode: ModerationMode.after,
          isSanctioned: false,
        };
        const sanctions = allowedSanctions(rep, { ...baseFacts, kind, commentState, ...about });
        const state = isRedacted && isPublishable(commentState) ? `${commentState}, words masked` : commentState;
        const isRelevant = !isRedacted || isPublishable(commentState); // elsewhere the mask makes no difference
        return sanctions.length > 0 && isRelevant ? [`| ${kind} | ${state} | ${sanctions.join(", ")} |`] : [];
      }),
    ),
  );
}

/** A case that the rep of `people` decided, in the state in which the decision left it. */
export const decidedFacts: ReversalFacts = {
  ...baseFacts,
  state: CaseState.decided,
  commentState: CommentState.ready,
  last: {
    isOfThisCase: true,
    deciderId: "somebody",
    action: ModerationAction.publish,
    toState: CommentState.ready,
    isAppealed: false,
    isReviewed: false,
  },
  isInEdition: false,
  isRevised: false,
  hasOpenCase: false,
};

/** The same with other facts about the last decision. */
export const decidedWith = (changes: Partial<NonNullable<ReversalFacts["last"]>>): ReversalFacts => ({
  ...decidedFacts,
  last: decidedFacts.last && { ...decidedFacts.last, ...changes },
});

/** The facts that keep a rep from taking a decision of theirs back. */
export const takeBackGuards: Record<string, ReversalFacts> = {
  "another rep took it": decidedWith({ deciderId: "another" }),
  "there was another decision since, on another case of the comment": decidedWith({ isOfThisCase: false }),
  "an edition was made since: another rep can open the case again": { ...decidedFacts, isInEdition: true },
  "the author sent another text since": { ...decidedFacts, isRevised: true },
  "the author withdrew it since": { ...decidedFacts, commentState: CommentState.withdrawn },
  "the author has appealed": decidedWith({ isAppealed: true }),
  "another rep has taken a second look": decidedWith({ isReviewed: true }),
};

const byAnother = decidedWith({ deciderId: "another" });
/** The facts that keep another rep from opening a case again, besides those of `guards`. */
export const reopeningGuards: Record<string, ReversalFacts> = {
  "they took the decision: another rep must": decidedFacts,
  "there was another decision since, on another case of the comment": decidedWith({
    deciderId: "another",
    isOfThisCase: false,
  }),
  "another case on the comment waits for a decision": { ...byAnother, hasOpenCase: true },
  "the author sent another text since": { ...byAnother, isRevised: true },
  "the author withdrew it since": { ...byAnother, commentState: CommentState.withdrawn },
};

/** What becomes of a comment when a decision on it is taken back, or its case opened again, computed from the policy. */
function reversalRows(): string[] {
  const rep = people["a rep of the area"] ?? visitor;
  return allowedRows().flatMap(({ kind, from, action, to }) => {
    const facts = { ...decidedWith({ action, toState: to }), kind, commentState: to };
    const another = { ...decidedWith({ deciderId: "another", action, toState: to }), kind, commentState: to };
    const takenBack = whyCannotTakeBack(rep, facts) === null ? from : "–";
    const reopened = whyCannotReopen(rep, another) === null ? (to === "published" ? "published" : "held") : "–";
    return takenBack === "–" && reopened === "–"
      ? []
      : [`| ${kind} | ${action} | ${to} | ${takenBack} | ${reopened} |`];
  });
}

const listOf = (facts: Record<string, unknown>) =>
  Object.keys(facts)
    .map((one) => `- ${one}.`)
    .join("\n");

/** The table as Markdown. */
export function renderModerationTable(): string {
  const rows = allowedRows().map(
    ({ kind, from, action, to, roles }) => `| ${kind} | ${from} | ${action} | ${to} | ${roles.join(", ")} |`,
  );
  const combinationCount =
    Object.values(CaseKind).length * Object.values(CommentState).length * Object.values(ModerationAction).length;
  return `# Who may do what to a comment

Made from \`lib/moderation/decisions/decision.policy.ts\` by \`npx vitest run -u lib/moderation/decisions/decision.policy\`; the tests hold both to each other. ${Object.keys(people).length} kinds of people × ${combinationCount} combinations of case, state and action were checked: what is not in the table is not allowed, to anybody.

Those asked: ${Object.keys(people).join(", ")}.

| kind of case | comment is | action | comment becomes | allowed to |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

Locking and unlocking leave the comment as it is: the thread changes. An appeal against a sanction leaves it too.

## What the service itself does

| from | to | when |
| --- | --- | --- |
| new | ready | the strategy publishes first, no check holds it, and its author has no pre-moderation |
| new | held | else |
| published | held | the first report of illegal content on these words, for ${holdHours} hours |
| held | ready | nobody decided in that time |
| ready | published | the next edition of the strategy |

## Sanctions

By a rep of the area, for what a comment of a participant said, once for each comment; pre-moderation only where the strategy publishes first. An open case or a decided one.

| kind of case | comment is | sanctions |
| --- | --- | --- |
${sanctionRows().join("\n")}

A rep of the area may do none of it when

${listOf(guards)}

## Second looks

A rep sends \`publish\` or \`reject\`, as if the comment were new. The service compares that with the decision under review and records \`agree\` or \`disagree\`; a request that sends these, or any other action, is refused. Whoever disagrees with a publication that still holds opens a case of the kind check; of one who disagrees with a refusal that still holds, the author is told.

## Taking back and opening again

Until the next edition the rep who decided takes the decision back (\`take_back\`): the comment and its cases are as before. Another rep of the area opens a decided case again (\`reopen\`), before an edition or after it: what is published stays where it is until somebody decides, all else is held, and the rep who decided does not decide again. Both are on the record. A comment that an edition has published since is opened again as published.

| kind of case | decision | comment is | taken back, it becomes | opened again, it becomes |
| --- | --- | --- | --- | --- |
${reversalRows().join("\n")}

A rep does not take a decision back when

${listOf(takeBackGuards)}

A rep does not open a case again for any of the reasons why they could not decide it, nor when

${listOf(reopeningGuards)}
`;
}
