import { canAnswer, canManageNotes, canSeeAnswerDraft, whyCannotReviewAnswer } from "@/lib/answers/answer.policy";
import { canConfirmFactorReset, canRequestFactorReset } from "@/lib/auth/second-factors/second-factor.policy";
import {
  allowedTransitions,
  type CaseFacts,
  canReassign,
  canSeeCase,
} from "@/lib/moderation/decisions/decision.policy";
import { type ReversalFacts, whyCannotReopen, whyCannotTakeBack } from "@/lib/moderation/decisions/reversal.policy";
import { canChooseMode } from "@/lib/moderation/modes/mode.policy";
import {
  canSeeOriginals,
  whyCannotDecideRequest,
  whyCannotRequestAccess,
} from "@/lib/moderation/originals/access-request.policy";
import { canSetContact } from "@/lib/moderation/safeguarding/contact.policy";
import { allowedSanctions } from "@/lib/moderation/sanctions/sanction.policy";
import { canAnswerComplaints, canGrant, type GrantView, type Person, visitor } from "@/lib/people/person.policy";
import { whyCannotCheckDraft } from "@/lib/strategies/drafts/draft.policy";
import { canCheckFacts, correctsFor } from "@/lib/strategies/facts/fact-correction.policy";
import { canManageStrategy } from "@/lib/strategies/strategy.policy";
import { canShareBriefing, canUseBriefing } from "@/lib/summaries/briefings/briefing.policy";
import { canRecordMeeting } from "@/lib/unions/meetings/meeting-record.policy";
import { canDraftResponse, whyCannotPublishResponse } from "@/lib/unions/responses/collective-response.policy";

// What each role may do as far as the role goes: by the policies themselves, on things of the role's own area,
// body or union, and then of another's.

const here = "here";
const grant = (role: GrantView["role"], bodyId: string | null, unionId: string | null): GrantView => ({
  role,
  bodyId,
  unionId,
});
export const roles: Record<string, GrantView[]> = {
  "nobody's role": [],
  rep: [grant("rep", here, "theirs")],
  "union editor": [grant("union_editor", null, "theirs")],
  "union officer": [grant("union_officer", null, "theirs")],
  officer: [grant("officer", here, null)],
  admin: [grant("admin", null, null)],
};

type ScopeIds = { body: string; union: string };
type RoleCheck = (person: Person, scope: ScopeIds) => boolean;

const caseOf = ({ body }: ScopeIds): CaseFacts => ({
  ...{ kind: "check", state: "open", commentState: "held", threadState: "open" },
  ...{
    areaId: body,
    leadBodyId: body,
    assignedUnionId: null,
    assignedAccountId: null,
    authorUnionId: null,
    deciderUnionId: null,
  },
  ...{ isOwn: false, isOwnReport: false, hasDecidedBefore: false, isRecused: false },
});
const reversalOf = (scope: ScopeIds, deciderId: string): ReversalFacts => ({
  ...{ ...caseOf(scope), state: "decided", commentState: "rejected" },
  last: { isOfThisCase: true, deciderId, action: "reject", toState: "rejected", isAppealed: false, isReviewed: false },
  ...{ isInEdition: false, isRevised: false, hasOpenCase: false },
});
const originalOf = ({ body }: ScopeIds) => ({ areaId: body, isOwn: false, isErased: false });
const accessRequest = { requestedById: "another", requesterUnionId: "another's", state: "pending" } as const;
const answerOf = ({ body }: ScopeIds) =>
  ({ bodyId: body, state: "draft", phase: "open", writtenById: "another" }) as const;

/** What a policy allows a role. All other facts are such that they allow it. */
export const roleActions: Record<string, RoleCheck> = {
  "see a case": (person, { body }) => canSeeCase(person, { areaId: body, leadBodyId: body }),
  "decide on a case": (person, scope) => allowedTransitions(person, caseOf(scope)).length > 0,
  "take back one's own decision": (person, scope) => whyCannotTakeBack(person, reversalOf(scope, "somebody")) === null,
  "open a colleague's case again": (person, scope) => whyCannotReopen(person, reversalOf(scope, "another")) === null,
  "pass a case on": (person, scope) => canReassign(person, caseOf(scope)),
  "give a sanction": (person, scope) => {
    const facts = { isRedacted: false, source: "participant", mode: "after", isSanctioned: false } as const;
    return allowedSanctions(person, { ...caseOf(scope), commentState: "rejected", ...facts }).length > 0;
  },
  "name whom an area’s reps call about somebody in danger": (person, { body }) => canSetContact(person, `body:${body}`),
  "name whom a union’s reps call about somebody in danger": (person, { union }) =>
    canSetContact(person, `union:${union}`),
  "know of a sealed original": (person, { body }) => canSeeOriginals(person, body),
  "ask to see a sealed original": (person, scope) => whyCannotRequestAccess(person, originalOf(scope)) === null,
  "agree, as the second person, that it is opened": (person, scope) =>
    whyCannotDecideRequest(person, originalOf(scope), accessRequest) === null,
  "take down what was said at a meeting": (person, { body }) => canRecordMeeting(person, { leadBodyId: body }),
  "write in a collective response": (person, { union }) => canDraftResponse(person, { unionId: union }),
  "publish a collective response": (person, { union }) => {
    const ready = { hasMandate: true, hasText: true, changedBy: ["another"], isAmendment: false };
    return whyCannotPublishResponse(person, { unionId: union, ...ready }) === null;
  },
  "see and write the lead body's answer": (person, scope) =>
    canSeeAnswerDraft(person, answerOf(scope)) && canAnswer(person, { leadBodyId: scope.body, phase: "open" }),
  "review a colleague's answer": (person, scope) => whyCannotReviewAnswer(person, answerOf(scope)) === null,
  "read, change and delete a briefing that a colleague shares": (person, { body }) =>
    canUseBriefing(person, { bodyId: body, authorId: "another", isShared: true }),
  "choose who sees one's own briefing": (person, { body }) =>
    canShareBriefing(person, { bodyId: body, authorId: person.accountId ?? "", isShared: false }),
  "keep notes on a thread": (person, { body }) => canManageNotes(person, body),
  "write a strategy's versions, and run its consultation": (person, { body }) =>
    canManageStrategy(person, { leadBodyId: body }),
  "check a draft that another wrote": (person, { body }) =>
    canManageStrategy(person, { leadBodyId: body }) &&
    whyCannotCheckDraft(person, { editedById: "another", checkedById: null, missing: [] }) === null,
  "choose when reps read comments": (person, { body, union }) =>
    canChooseMode(person, { leadBodyId: body, unionIds: [union] }),
  "correct a fact about an area": (person, { body }) => correctsFor(person, [body]) !== null,
  "check a correction": (person) => canCheckFacts(person),
  "answer complaints": (person) => canAnswerComplaints(person),
  "ask for a colleague who lost the second step": (person) => canRequestFactorReset(person, "another"),
  "confirm it, as the second person": (person) =>
    canConfirmFactorReset(person, { accountId: "another", requestedById: "a third" }),
  "give and end roles": (person) => canGrant(person),
};

/** The table, a row an action: "theirs" is what is of their own area, body or union, "all" is others' too. */
export function roleTable(): string {
  const names = Object.keys(roles);
  const rows = Object.entries(roleActions).map(([action, isAllowed]) => {
    const cells = names.map((name) => {
      const person: Person = { ...visitor, accountId: "somebody", grants: roles[name] ?? [] };
      const isOwnAllowed = isAllowed(person, { body: here, union: "theirs" });
      const isOthersAllowed = isAllowed(person, { body: "elsewhere", union: "another's" });
      return isOthersAllowed ? "all" : isOwnAllowed ? "theirs" : "–";
    });
    return `| ${action} | ${cells.join(" | ")} |`;
  });
  return [`| | ${names.join(" | ")} |`, `| ${["---", ...names.map(() => "---")].join(" | ")} |`, ...rows].join("\n");
}
