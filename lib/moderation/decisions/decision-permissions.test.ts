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

// Holds docs/moderation-table.md to what the service does: every action in every state, through the queue's route and the
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

/** A comment in that state with an open case of that kind. */
async function makeCase({ kind, from, action }: Stage): Promise<string> {
  const id = `every-${++made}`;
  const threadState = action === "unlock" ? "locked" : "open";
  await db().$executeRaw`
    WITH thread AS (
      INSERT INTO threads (id, "strategyId", "sectionId", state)
      SELECT ${id}, ${area}, id, ${threadState}::"ThreadState" FROM sections WHERE "strategyId" = ${area} AND number = 1
    ), comment AS (
      INSERT INTO comments (id, "strategyId", "threadId", "participantId", state, text)
      VALUES (${id}, ${area}, ${id}, 'author', ${from}::"CommentState", 'Some words to mask.')
    ), revision AS (
      INSERT INTO revisions ("commentId", number, "versionId", text)
      SELECT ${id}, 1, id, 'Some words to mask.' FROM versions WHERE "strategyId" = ${area} AND number = 1
    )
    INSERT INTO cases (id, kind, "strategyId", "areaId", "commentId", revision, "dueAt")
    VALUES (${id}, ${kind}::"CaseKind", ${area}, ${area}, ${id}, 1, now())`;
  return id;
}

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
const rowOf = (stage: Stage) =>
  rows.find(({ kind, from, action }) => kind === stage.kind && from === stage.from && action === stage.action);

const stateOf = async (id: string) => {
  const { state, version, thread } = await db().comment.findUniqueOrThrow({ where: { id }, include: { thread: true } });
  const decisions = await db().decision.count({ where: { caseId: id } });
  return { state, version, thread: thread.state, decisions };
};

describe.each([
  ["by the queue's route", submitByRoute],
  ["by the form's action", submitByForm],
])("%s", (_name, way) => {
  test(`${rep} can do what the table allows, in ${stages.length} combinations, and nothing else`, {
    timeout: 300_000,
  }, async () => {
    browser.token = tokens.get(rep) ?? null;
    let done = 0;
    for (const { kind, from } of stages.filter(({ action }) => action === "publish")) {
      let id: string | null = null;
      for (const action of Object.values(ModerationAction)) {
        const row = rowOf({ kind, from, action });
        if (row || !id || action === "unlock") id = await makeCase({ kind, from, action });
        const before = await stateOf(id);
        const wasAccepted = await way(id, action);
        expect([kind, from, action, wasAccepted]).toEqual([kind, from, action, row !== undefined]);
        const after = await stateOf(id);
        if (row) expect(after).toMatchObject({ state: row.to, decisions: 1, version: 2 });
        else expect(after).toEqual(before);
        if (row) done++;
        if (row || action === "unlock") id = null;
      }
    }
    expect(done).toBe(rows.length);
  });

  test("nobody else can do any of it", { timeout: 300_000 }, async () => {
    const others = [...tokens.keys()].filter((name) => name !== rep);
    for (const row of rows) {
      const id = await makeCase(row);
      for (const name of others) {
        browser.token = tokens.get(name) ?? null;
        expect([name, row.kind, row.from, row.action, await way(id, row.action)]).toEqual([
          name,
          row.kind,
          row.from,
          row.action,
          false,
        ]);
      }
      expect(await stateOf(id)).toMatchObject({ state: row.from, version: 1, decisions: 0 });
    }
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
      expect(await stateOf(id)).toMatchObject({ state: "held", decisions: 0 });
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
