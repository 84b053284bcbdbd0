import { describe, expect, test } from "vitest";
import { type GrantView, type Person, visitor } from "@/lib/people/person.policy";
import {
  canDraftResponse,
  type PublicationReadiness,
  whyCannotPublishResponse,
} from "@/lib/unions/responses/collective-response.policy";
import { Role } from "@/prisma/generated/enums";

const having = (grants: GrantView[]): Person => ({ ...visitor, accountId: "me", grants });
const grant = (role: Role, unionId: string | null): GrantView => ({ role, bodyId: "black-country", unionId });
const ready: PublicationReadiness = {
  unionId: "unite",
  hasMandate: true,
  hasText: true,
  changedBy: ["somebody-else"],
  isAmendment: false,
};

describe("every role, at its own union, another and none", () => {
  const rows = Object.values(Role).flatMap((role) => ["unite", "gmb", null].map((union) => [role, union] as const));
  test.each(rows)("%s of %s", (role, union) => {
    const person = having([grant(role, union)]);
    const isHere = union === "unite";
    expect(canDraftResponse(person, ready)).toBe(isHere && ["union_editor", "union_officer"].includes(role));
    expect(whyCannotPublishResponse(person, ready) === null).toBe(isHere && role === "union_officer");
  });
});

test("a visitor may do nothing, even with grants", () => {
  const nobody = { ...visitor, grants: [grant("union_officer", "unite")] };
  expect(canDraftResponse(nobody, ready)).toBe(false);
  expect(whyCannotPublishResponse(nobody, ready)).not.toBeNull();
});

describe("an officer publishes only a complete draft with changes that others made last", () => {
  const officer = having([grant("union_officer", "unite")]);
  const yesNo = [true, false];
  const editors = [[], ["somebody-else"], ["me"], ["somebody-else", "me"]];
  const rows = yesNo.flatMap((hasMandate) =>
    yesNo.flatMap((hasText) => editors.map((changedBy) => ({ ...ready, hasMandate, hasText, changedBy }))),
  );
  test.each(rows)("$hasMandate $hasText $changedBy", (draft) => {
    const isOthers = draft.changedBy.length === 1 && draft.changedBy[0] === "somebody-else";
    expect(whyCannotPublishResponse(officer, draft) === null).toBe(draft.hasMandate && draft.hasText && isOthers);
  });
});
