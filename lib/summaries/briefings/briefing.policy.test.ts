import { expect, test } from "vitest";
import { visitor } from "@/lib/people/person.policy";
import { canShareBriefing, canUseBriefing } from "@/lib/summaries/briefings/briefing.policy";
import { Role } from "@/prisma/generated/enums";

const people = [
  { who: "a visitor", accountId: null, grants: [] },
  ...["author", "other"].flatMap((accountId) =>
    Object.values(Role).flatMap((role) =>
      ["here", "elsewhere", null].map((bodyId) => ({
        who: `${accountId}, ${role} of ${bodyId}`,
        accountId,
        grants: [{ role, bodyId, unionId: null }],
      })),
    ),
  ),
].map(({ who, ...person }) => ({ who, person: { ...visitor, ...person } }));

test("officers of its body can use a shared briefing; only its author can use an unshared one", () => {
  const may = (isShared: boolean) =>
    people
      .filter(({ person }) => canUseBriefing(person, { bodyId: "here", authorId: "author", isShared }))
      .map(({ who }) => who);
  expect(may(true)).toEqual(["author, officer of here", "other, officer of here"]);
  expect(may(false)).toEqual(["author, officer of here"]);
});

test("only its author decides who sees it, while they are an officer of its body", () => {
  for (const isShared of [true, false])
    expect(
      people
        .filter(({ person }) => canShareBriefing(person, { bodyId: "here", authorId: "author", isShared }))
        .map(({ who }) => who),
    ).toEqual(["author, officer of here"]);
});
