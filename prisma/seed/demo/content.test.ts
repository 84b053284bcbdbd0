import { describe, expect, it } from "vitest";
import { z } from "zod";
import { maxCommentLength } from "@/lib/comments/comment.schema";
import { reasonCodes } from "@/lib/moderation/decisions/reason.rules";
import { CommentState, Stance } from "@/prisma/generated/enums";
import { readReference } from "@/prisma/reference/read";
import { demoStrategies, readCast, readComments } from "@/prisma/seed/demo/content";

const share = z.number().min(0).max(1);
const spans = z.array(z.tuple([z.int().min(0), z.int()])).min(1);
const comment = z.strictObject({
  key: z.string(),
  by: z.string(),
  foundation: z.enum(["ideas", "people", "infrastructure", "business-environment", "places"]),
  sectionHint: z.string().nullable(),
  stance: z.enum(Stance).nullable(),
  themes: z.array(z.string()).max(5),
  text: z.string().min(1),
  district: z.string().nullable(),
  sector: z.string().nullable(),
  state: z.enum(CommentState),
  redact: spans.optional(),
  spans: spans.optional(),
  reason: z.enum(reasonCodes).optional(),
  toAuthor: z.string().optional(),
  replyTo: z.string().optional(),
  weeksAgo: z.int().min(0).max(11),
  lean: z.number().min(-1).max(1).optional(),
  camps: z.tuple([share, share, share]).optional(),
});
const ids = (name: string) => new Set(readReference<{ id: string }>(name).map(({ id }) => id));

const strategies = [...demoStrategies];
const cast = readCast();
const comments = strategies.flatMap((strategyId) =>
  z
    .array(comment)
    .parse(readComments(strategyId))
    .map((item) => ({ ...item, strategyId })),
);
const byKey = new Map(comments.map((item) => [item.key, item]));
const participants = new Map(cast.participants.map((item) => [item.key, item]));
const tops = comments.filter((item) => !item.replyTo);

/** The keys of the items for which `isRight` is false, for the message of a failing test. */
const wrong = <T extends { key: string }>(all: T[], isRight: (item: T) => boolean) =>
  all.filter((item) => !isRight(item)).map(({ key }) => key);

describe("the demonstration's comments", () => {
  it("are numerous and have replies", () => {
    expect(tops.length).toBeGreaterThanOrEqual(220);
    expect(comments.length - tops.length).toBeGreaterThanOrEqual(90);
  });

  it("have unique keys and texts", () => {
    expect(byKey.size).toBe(comments.length);
    expect(new Set(comments.map(({ text }) => text)).size).toBe(comments.length);
    expect(new Set(comments.map(({ text }) => text.slice(0, 40).toLowerCase())).size).toBe(comments.length);
    expect(wrong(comments, ({ text }) => text.trim() === text && [...text].length <= maxCommentLength)).toEqual([]);
  });

  it("use the reference's themes, sectors and districts", () => {
    const themes = ids("themes");
    const sectors = ids("sectors");
    const covered = new Set(
      readReference<{ strategyId: string; districtId: string; role: string }>("strategy-districts")
        .filter(({ role }) => role !== "former_lep_area")
        .map(({ strategyId, districtId }) => `${strategyId} ${districtId}`),
    );
    expect(wrong(comments, (item) => item.themes.every((theme) => themes.has(theme)))).toEqual([]);
    expect(wrong(comments, ({ sector }) => sector === null || (sector.length === 1 && sectors.has(sector)))).toEqual(
      [],
    );
    expect(
      wrong(comments, ({ strategyId, district }) => district === null || covered.has(`${strategyId} ${district}`)),
    ).toEqual([]);
    const cells = tops
      .filter(({ district, sector }) => district && sector)
      .map((item) => item.district + String(item.sector));
    expect(new Set(cells).size).toBeGreaterThanOrEqual(25);
  });

  it("are by a participant of their strategy with one workplace", () => {
    expect(
      wrong(comments, (item) => {
        const by = participants.get(item.by);
        return (
          by?.strategyId === item.strategyId &&
          [null, by.districtId].includes(item.district) &&
          [null, by.sectorId].includes(item.sector)
        );
      }),
    ).toEqual([]);
  });

  it("reply to a published first comment, with the fields of a reply", () => {
    const replies = comments.filter(({ replyTo }) => replyTo);
    expect(
      wrong(replies, (item) => {
        const top = byKey.get(item.replyTo ?? "");
        const hasNoTopLevelFields = item.themes.length === 0 && item.district === null && item.sector === null;
        return (
          hasNoTopLevelFields &&
          top?.state === "published" &&
          !top.replyTo &&
          top.strategyId === item.strategyId &&
          top.weeksAgo >= item.weeksAgo
        );
      }),
    ).toEqual([]);
  });

  it.each(strategies)("are in every state in %s, most of them published", (strategyId) => {
    const here = comments.filter((item) => item.strategyId === strategyId);
    const count = (state: CommentState) => here.filter((item) => item.state === state).length;
    // "ready" lasts until the next edition, a minute in the demonstration
    expect(Object.values(CommentState).filter((state) => count(state) === 0)).toEqual(["ready"]);
    expect(count("published") / here.length).toBeGreaterThanOrEqual(0.75);
    expect(count("held")).toBeGreaterThanOrEqual(12);
  });

  it("have a reason and a kind note to the author after a decision against them", () => {
    const decided = (item: (typeof comments)[number]) =>
      ["returned", "rejected", "removed"].includes(item.state) || item.redact !== undefined;
    expect(
      wrong(comments, (item) => decided(item) === (item.reason !== undefined && item.toAuthor !== undefined)),
    ).toEqual([]);
    expect(wrong(comments, ({ redact, state }) => !redact || state === "published")).toEqual([]);
    expect(wrong(comments, ({ spans: marked, state }) => (marked !== undefined) === (state === "returned"))).toEqual(
      [],
    );
    expect(
      wrong(comments, ({ redact, spans: marked, text }) =>
        [...(redact ?? []), ...(marked ?? [])].every(([start, end]) => start < end && end <= text.length),
      ),
    ).toEqual([]);
  });

  it("have a share of agreement where people can react", () => {
    expect(
      wrong(
        comments,
        ({ state, camps, lean }) => (state === "published") === (camps !== undefined && lean !== undefined),
      ),
    ).toEqual([]);
  });

  it("contain only reserved telephone numbers and addresses at example.org", () => {
    const numbers = comments.flatMap(({ text }) => text.match(/\d[\d ]{8,}\d/g) ?? []);
    const addresses = comments.flatMap(({ text }) => text.match(/\S+@\S+/g) ?? []);
    expect(numbers.filter((number) => !/^07700 900\d{3}$/.test(number))).toEqual([]);
    expect(addresses.filter((address) => !/@example\.org\W*$/.test(address))).toEqual([]);
  });
});

describe("the cast", () => {
  it("has unique keys and addresses, in bodies and unions of the reference", () => {
    const bodies = ids("bodies");
    const unions = ids("unions");
    const addresses = cast.people.flatMap(({ email }) => email ?? []);
    expect(addresses.filter((address) => !address.endsWith("@example.org"))).toEqual([]);
    expect(new Set(cast.people.map(({ key }) => key)).size).toBe(cast.people.length);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(participants.size).toBe(cast.participants.length);
    expect(wrong(cast.people, ({ bodyId }) => bodyId === null || bodies.has(bodyId))).toEqual([]);
    expect(wrong(cast.people, ({ unionId }) => unionId === null || unions.has(unionId))).toEqual([]);
    expect(
      wrong(cast.people, (item) => (item.role === "participant") === participants.has(item.participantKey ?? "")),
    ).toEqual([]);
  });

  it("has reps of two unions and an officer for each lead body", () => {
    const leads = readReference<{ id: string; leadBodyId: string }>("strategies").filter(({ id }) =>
      strategies.some((here) => here === id),
    );
    for (const { leadBodyId } of leads) {
      const here = cast.people.filter(({ bodyId }) => bodyId === leadBodyId);
      expect(new Set(here.filter(({ role }) => role === "rep").map(({ unionId }) => unionId)).size, leadBodyId).toBe(2);
      expect(
        here.map(({ role }) => role),
        leadBodyId,
      ).toContain("officer");
    }
    const roles = cast.people.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(["union_officer", "admin", "visitor", "participant"]));
  });
});
