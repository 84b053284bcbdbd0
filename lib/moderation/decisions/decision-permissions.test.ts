import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { submitDecision } from "@/app/(rep)/moderation/cases/[id]/actions";
import { POST } from "@/app/(rep)/moderation/cases/[id]/decide/route";
import { startSession } from "@/lib/auth/session.commands";
import { db } from "@/lib/database/client";
import { initialFormState } from "@/lib/forms/form-state";
import { reasonsFor } from "@/lib/moderation/decisions/reason.rules";
import {
  type CaseKind,
  type CommentState,
  CaseKind as kinds,
  ModerationAction,
  Role,
  CommentState as states,
} from "@/prisma/generated/enums";
import { createTestDatabase } from "@/scripts/test/database";
import { openStrategy } from "@/scripts/test/factories";
import { allowedRows, guards } from "@/scripts/test/moderation-table";

// Holds docs/moderation-table.md to what the service does: the actions in the states, through the queue's route and the
// form's action, with a real session. Only the browser's cookie is faked.

const browser = vi.hoisted(() => ({ token: null as string | null }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (browser.token ? { value: browser.token } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
  redirect: (to: string) => {
    throw new Error(`303 ${to}`);
  },
}));

const database = await createTestDatabase();
afterAll(database.close);

const area = "west-midlands";
const rep = "a rep of the area";
const tokens = new Map<string, string | null>();

beforeAll(async () => {
  await openStrategy(area);
  await db().participant.create({ data: { id: "author", strategyId: area, alias: "Author" } });
  await db().participant.create({ data: { id: "other", strategyId: area, alias: "Other" } });
  await db().account.create({ data: { id: "first", label: "first" } });
  await makeCase({ kind: "check", from: "ready", action: "dismiss" }); // of which the decisions under review are
  tokens.set("a visitor", null);
  tokens.set("a participant by receipt", await startSession({ participantId: "other" }, null));
  tokens.set("the author by receipt", await startSession({ participantId: "author" }, null));
  await enter("an account without a role", null, null);
  await enter(rep, Role.rep, area);
  await enter("a rep of another area", Role.rep, "cornwall-scilly");
  await enter("a rep without an area", Role.rep, null);
  for (const role of Object.values(Role)) if (role !== Role.rep) await enter(`somebody who is ${role}`, role, area);
});

async function enter(name: string, role: Role | null, bodyId: string | null): Promise<void> {
  const { id } = await db().account.create({ data: { id: name, label: name } });
  if (role) await db().grant.create({ data: { accountId: id, role, bodyId, unionId: "unison" } });
  tokens.set(name, await startSession({ accountId: id, isSecondFactorVerified: true }, null));
}

type Stage = { kind: CaseKind; from: CommentState; action: ModerationAction };
let made = 0;

/** Comments in these states, each with an open case of that kind: their ids. A second look is at a publication. */
async function makeCases(stages: readonly Stage[]): Promise<string[]> {
  const ids = stages.map(() => `every-${++made}`);
  const threadStates = stages.map(({ action }) => (action === "unlock" ? "locked" : "open"));
  await db().$executeRaw`
    WITH stage AS (
      SELECT * FROM unnest(${ids}::text[], ${stages.map(({ kind }) => kind)}::text[],
        ${stages.map(({ from }) => from)}::text[], ${threadStates}::text[])
        WITH ORDINALITY AS stage (id, kind, state, "threadState", number)
    ), thread AS (
      INSERT INTO threads (id, "strategyId", "sectionId", state)
      SELECT stage.id, ${area}, s.id, stage."threadState"::"ThreadState"
      FROM stage JOIN sections s ON s."strategyId" = ${area} AND s.number = 1
    ), comment AS (
      INSERT INTO comments (id, "strategyId", "threadId", "participantId", state, text)
      SELECT id, ${area}, id, 'author', state::"CommentState", 'Some words to mask.' FROM stage
    ), revision AS (
      INSERT INTO revisions ("commentId", number, "versionId", text)
      SELECT stage.id, 1, v.id, 'Some words to mask.'
      FROM stage JOIN versions v ON v."strategyId" = ${area} AND v.number = 1
    ), reviewed AS (
      INSERT INTO decisions (id, "chainId", sequence, "caseId", "commentId", revision, action, "fromState", "toState",
        "textHash", "deciderId", "deciderUnion", "decidedAt", "previousHash", hash)
      SELECT 'of-' || id, 'cornwall-scilly', ${made} * 2 - number, 'every-1', id, 1, 'publish', 'held', 'ready', '', 'first', 'gmb',
        now(), '', '' FROM stage WHERE kind = 'second_look'
    )
    INSERT INTO cases (id, kind, "strategyId", "areaId", "commentId", revision, "dueAt", "reviewedDecisionId")
    SELECT id, kind::"CaseKind", ${area}, ${area}, id, 1, now(), CASE kind WHEN 'second_look' THEN 'of-' || id END
    FROM stage`;
  return ids;
}

const makeCase = async (stage: Stage): Promise<string> => (await makeCases([stage]))[0] ?? "";

/** @returns whether the decision was taken */
type Submission = (id: string, action: ModerationAction) => Promise<boolean>;

const formValues = (action: ModerationAction) => ({
  decision: action,
  version: "1",
  reason: reasonsFor(action)[0] ?? "",
  phrases: action === "redact" ? "words" : "",
});

const submitByRoute: Submission = async (id, action) => {
  const request = new Request("http://localhost", { method: "POST", body: new URLSearchParams(formValues(action)) });
  const { status } = await POST(request, { params: Promise.resolve({ id }) });
  expect([200, 403, 404, 409]).toContain(status);
  return status === 200;
};

const submitByForm: Submission = async (id, action) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...formValues(action), step: "send" })) form.set(name, value);
  try {
    const { errors } = await submitDecision({ id }, initialFormState, form);
    expect(Object.keys(errors)).toHaveLength(1);
    return false;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (message !== "404" && !message.startsWith("303 ")) throw error;
    return message !== "404";
  }
};

const stages: Stage[] = Object.values(kinds).flatMap((kind) =>
  Object.values(states).flatMap((from) => Object.values(ModerationAction).map((action) => ({ kind, from, action }))),
);
const rows = allowedRows();
// a second look is decided as if the comment were new, and only its record shows whether that is to agree
const submitted: Partial<Record<ModerationAction, ModerationAction>> = { agree: "publish", disagree: "reject" };
const submittedFor = ({ kind, action }: Stage) => (kind === "second_look" && submitted[action]) || action;
const rowOf = (stage: Stage) =>
  rows.find((row) => row.kind === stage.kind && row.from === stage.from && submittedFor(row) === stage.action);

async function statesOf(ids: readonly string[]) {
  const comments = await db().comment.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, state: true, version: true, thread: { select: { state: true } } },
  });
  const decisions = await db().decision.findMany({
    where: { caseId: { in: [...ids] } },
    select: { caseId: true, action: true },
  });
  return ids.map((id) => {
    const comment = comments.find((one) => one.id === id);
    return {
      state: comment?.state,
      version: comment?.version,
      thread: comment?.thread.state,
      decisions: decisions.flatMap(({ caseId, action }) => (caseId === id ? [action] : [])),
    };
  });
}

const atOnce = 8;
/** Does something to each, some at once. @returns the results, in order */
async function forEachOf<T, R>(items: readonly T[], run: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += atOnce)
    results.push(...(await Promise.all(items.slice(at, at + atOnce).map((item, index) => run(item, at + index)))));
  return results;
}

// each costs a dozen statements, and the policy's own test has all: of those that it refuses, a seventh is tried here, with
// every kind in every state, every action on every kind, and every action in every state
const indexIn = (values: object, value: string) => Object.values(values).indexOf(value);
const isTried = (stage: Stage) =>
  rowOf(stage) !== undefined ||
  (indexIn(kinds, stage.kind) + indexIn(states, stage.from) + indexIn(ModerationAction, stage.action)) % 7 === 0;
const triedStages = stages.filter(isTried);
const firstRows = rows.filter((row) => row === rows.find(({ kind }) => kind === row.kind));

describe.each([
  ["by the queue's route", submitByRoute, rows],
  ["by the form's action", submitByForm, firstRows],
])("%s", (_name, way, triedRows) => {
  test(`${rep} can do all that the table allows, and nothing else of ${triedStages.length} combinations`, {
    timeout: 300_000,
  }, async () => {
    browser.token = tokens.get(rep) ?? null;
    const ids = await makeCases(triedStages);
    const before = await statesOf(ids);
    const accepted = await forEachOf(triedStages, ({ action }, index) => way(ids[index] ?? "", action));
    const after = await statesOf(ids);
    for (const [index, stage] of triedStages.entries()) {
      const row = rowOf(stage);
      expect([stage, accepted[index]]).toEqual([stage, row !== undefined]);
      if (row) expect(after[index]).toMatchObject({ state: row.to, decisions: [row.action], version: 2 });
      else expect(after[index]).toEqual(before[index]);
    }
    expect(accepted.filter(Boolean)).toHaveLength(rows.length);
  });

  test("nobody else can do any of it", { timeout: 300_000 }, async () => {
    const ids = await makeCases(triedRows);
    for (const [name, token] of tokens) {
      if (name === rep) continue;
      browser.token = token;
      const accepted = await forEachOf(triedRows, (row, index) => way(ids[index] ?? "", submittedFor(row)));
      expect([name, triedRows.filter((_, index) => accepted[index])]).toEqual([name, []]);
    }
    for (const [index, state] of (await statesOf(ids)).entries())
      expect(state).toMatchObject({ state: triedRows[index]?.from, version: 1, decisions: [] });
  });

  test("a rep whom a guard excludes can do none of it", async () => {
    browser.token = tokens.get(rep) ?? null;
    const stage = { kind: "pre_moderation", from: "held", action: "publish" } as const;
    const columns = [
      "authorUnionId",
      "deciderUnionId",
      "assignedUnionId",
      "assignedAccountId",
      "areaId",
      "state",
    ] as const;
    const attemptedGuards: string[] = [];
    for (const [name, guard] of Object.entries(guards)) {
      const facts: Record<string, unknown> = guard;
      const column = columns.find((one) => one in facts);
      if (!column) continue; // guards about the person are tested with the commands
      const id = await makeCase(stage);
      const value = String(facts[column]).replace("the-union", "unison").replace("another-union", "gmb");
      await db().case.update({ where: { id }, data: { [column]: column === "areaId" ? "cornwall-scilly" : value } });
      attemptedGuards.push(name);
      expect([name, await way(id, "publish")]).toEqual([name, false]);
      expect(await statesOf([id])).toMatchObject([{ state: "held", decisions: [] }]);
    }
    expect(attemptedGuards).toHaveLength(7);
  });
});

test("an action whose bound id is not an id responds 404", async () => {
  browser.token = tokens.get(rep) ?? null;
  await makeCase({ kind: "pre_moderation", from: "held", action: "publish" });
  const decisions = await db().decision.count();
  for (const strange of [{ not: "x" }, { startsWith: "every" }, ["every-1"], null, 7, undefined, "' OR 1", ""])
    expect([strange, await submitByForm(strange as string, "publish")]).toEqual([strange, false]);
  expect(await db().decision.count()).toBe(decisions);
});

test("the API only reads", () => {
  const routes = readdirSync(join("app", "api"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith("route.ts"),
  );
  expect(routes.length).toBeGreaterThan(5);
  for (const path of routes) {
    const exported = readFileSync(join("app", "api", path), "utf8").match(
      /export (?:async function|const|\{[^}]*\bas) (POST|PUT|PATCH|DELETE)\b/g,
    );
    expect([path, exported]).toEqual([path, null]);
  }
});
