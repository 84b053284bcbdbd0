import { describe, expect, test } from "vitest";
import {
  type ClosureFacts,
  canAnswer,
  canManageNotes,
  canReviseAnswer,
  canSeeAnswerDraft,
  whyCannotArchiveStrategy,
  whyCannotCloseAnswers,
  whyCannotPublishAnswer,
  whyCannotReviewAnswer,
} from "@/lib/answers/answer.policy";
import { type Person, visitor } from "@/lib/people/person.policy";
import { AnswerState, Phase, Role } from "@/prisma/generated/enums";

const person = (role: Role, bodyId: string | null, accountId = "one"): Person => ({
  ...visitor,
  accountId,
  grants: [{ role, bodyId, unionId: null }],
});
const people: [string, Person][] = [
  ["a visitor", visitor],
  ...Object.values(Role).flatMap((role): [string, Person][] => [
    [`${role} here`, person(role, "here")],
    [`${role} elsewhere`, person(role, "elsewhere")],
    [`${role} of nothing`, person(role, null)],
  ]),
  ["an unknown role", person("owner" as Role, "here")],
];

describe.each(people)("%s", (name, who) => {
  const isOfficer = name === "officer here";

  test.each(Object.values(Phase))("answers in phase %s only as an officer of the lead body", (phase) => {
    const isAnswerable = phase === "open" || phase === "closed";
    expect(canAnswer(who, { leadBodyId: "here", phase })).toBe(isOfficer && isAnswerable);
    expect(canReviseAnswer(who, { bodyId: "here", phase })).toBe(isOfficer && isAnswerable);
  });

  test.each(Object.values(AnswerState))(
    "reviews and publishes an answer in state %s only where the rules allow it",
    (state) => {
      for (const phase of Object.values(Phase)) {
        const isAnswerable = phase === "open" || phase === "closed";
        for (const writtenById of ["one", "another"]) {
          const facts = { bodyId: "here", state, phase, writtenById };
          const mayReview = isOfficer && isAnswerable && state === "draft" && writtenById === "another";
          expect(whyCannotReviewAnswer(who, facts) === null).toBe(mayReview);
          expect(whyCannotPublishAnswer(who, facts) === null).toBe(isOfficer && isAnswerable && state === "reviewed");
        }
      }
    },
  );

  test("sees drafts and manages notes only as an officer of that body", () => {
    expect(canSeeAnswerDraft(who, { bodyId: "here" })).toBe(isOfficer);
    expect(canManageNotes(who, "here")).toBe(isOfficer);
  });
});

test("answers can be marked as complete only when the strategy is over and every theme is answered", () => {
  for (const isOver of [true, false])
    for (const isClosed of [true, false])
      for (const unanswered of [[], [{ name: "Pay" }]]) {
        const facts: ClosureFacts = { isOver, isClosed, unanswered };
        expect(whyCannotCloseAnswers(facts) === null).toBe(isOver && !isClosed && unanswered.length === 0);
        expect(whyCannotArchiveStrategy(facts) === null).toBe(isOver && unanswered.length === 0);
      }
  expect(
    whyCannotCloseAnswers({ isOver: true, isClosed: false, unanswered: [{ name: "Pay" }, { name: "Skills" }] }),
  ).toContain("Pay; Skills");
});
