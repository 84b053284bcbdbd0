import { canAnswer, canSeeDraft as canSeeAnswer, whyNotReview } from "@/lib/answers/answer.policy";
import { canKeepNotes } from "@/lib/answers/note.policy";
import { canAskReset, canConfirmReset } from "@/lib/auth/second-factors/second-factor.policy";
import { type CaseFacts, canPassOn, canSeeCase, movesFor } from "@/lib/moderation/decisions/decision.policy";
import { canSeeOriginals, whyNotAnswer, whyNotAsk } from "@/lib/moderation/originals/access-request.policy";
import { sanctionsFor } from "@/lib/moderation/sanctions/sanction.policy";
import { canAnswerComplaints } from "@/lib/people/complaints/complaint.policy";
import { canGrant, type GrantView, type Person, visitor } from "@/lib/people/person.policy";
import { canDraft as canDraftStrategy, whyNotCheck } from "@/lib/strategies/drafts/draft.policy";
import { canTakeDown } from "@/lib/unions/meetings/meeting-record.policy";
import { canDraft as canDraftResponse, whyNotPublish } from "@/lib/unions/responses/collective-response.policy";

// What each role may do as far as the role goes: the policies themselves are asked, about things of the role's own area,
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

type Place = { body: string; union: string };
type Deed = (person: Person, place: Place) => boolean;

const caseOf = ({ body }: Place): CaseFacts => ({
  ...{ kind: "check", state: "open", commentState: "held", threadState: "open" },
  ...{ areaId: body, leadBodyId: body, toUnionId: null, toAccountId: null, ofUnionId: null, firstUnionId: null },
  ...{ isOwn: false, isOwnFlag: false, wasTheirs: false, isRecused: false },
});
const originalOf = ({ body }: Place) => ({ areaId: body, isOwn: false, isErased: false });
const openingOf = { askedById: "another", askedUnion: "another's", state: "waits" } as const;
const answerOf = ({ body }: Place) =>
  ({ bodyId: body, state: "draft", phase: "open", writtenById: "another" }) as const;

/** What a policy allows a role. Facts beside the role are such that they do not stand in the way. */
export const deeds: Record<string, Deed> = {
  "see a case": (person, { body }) => canSeeCase(person, { areaId: body, leadBodyId: body }),
  "decide on a case": (person, place) => movesFor(person, caseOf(place)).length > 0,
  "pass a case on": (person, place) => canPassOn(person, caseOf(place)),
  "give a sanction": (person, place) => {
    const facts = { isRedacted: false, source: "participant", mode: "after", isSanctioned: false } as const;
    return sanctionsFor(person, { ...caseOf(place), commentState: "rejected", ...facts }).length > 0;
  },
  "know of a sealed original": (person, { body }) => canSeeOriginals(person, body),
  "ask to see a sealed original": (person, place) => whyNotAsk(person, originalOf(place)) === null,
  "agree, as the second person, that it is opened": (person, place) =>
    whyNotAnswer(person, originalOf(place), openingOf) === null,
  "take down what was said at a meeting": (person, { body }) => canTakeDown(person, { leadBodyId: body }),
  "write in a collective response": (person, { union }) => canDraftResponse(person, { unionId: union }),
  "publish a collective response": (person, { union }) => {
    const ready = { hasMandate: true, hasWords: true, changedBy: ["another"], isAmendment: false };
    return whyNotPublish(person, { unionId: union, ...ready }) === null;
  },
  "see and write the lead body's answer": (person, place) =>
    canSeeAnswer(person, answerOf(place)) && canAnswer(person, { leadBodyId: place.body, phase: "open" }),
  "review a colleague's answer": (person, place) => whyNotReview(person, answerOf(place)) === null,
  "keep notes on a thread": (person, { body }) => canKeepNotes(person, body),
  "write a strategy's versions, and run its consultation": (person, { body }) =>
    canDraftStrategy(person, { leadBodyId: body }),
  "check a draft that another wrote": (person, { body }) =>
    canDraftStrategy(person, { leadBodyId: body }) &&
    whyNotCheck(person, { editedById: "another", checkedById: null, missing: [] }) === null,
  "answer complaints": (person) => canAnswerComplaints(person),
  "ask for a colleague who lost the second step": (person) => canAskReset(person, "another"),
  "confirm it, as the second person": (person) =>
    canConfirmReset(person, { accountId: "another", askedById: "a third" }),
  "give and end roles": (person) => canGrant(person),
};

/** The table, a row a deed: "theirs" is what is of their own area, body or union, "all" is others' too. */
export function roleTable(): string {
  const names = Object.keys(roles);
  const rows = Object.entries(deeds).map(([deed, may]) => {
    const cells = names.map((name) => {
      const person: Person = { ...visitor, accountId: "somebody", grants: roles[name] ?? [] };
      const theirs = may(person, { body: here, union: "theirs" });
      const others = may(person, { body: "elsewhere", union: "another's" });
      return others ? "all" : theirs ? "theirs" : "–";
    });
    return `| ${deed} | ${cells.join(" | ")} |`;
  });
  return [`| | ${names.join(" | ")} |`, `| ${["---", ...names.map(() => "---")].join(" | ")} |`, ...rows].join("\n");
}
