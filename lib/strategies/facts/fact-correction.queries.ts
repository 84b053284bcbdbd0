import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { canCheckFacts } from "@/lib/strategies/facts/fact-correction.policy";
import type { FactCorrectionState, FactTopic } from "@/prisma/generated/enums";

export type FactArea = {
  id: string;
  title: string;
  /** The body, and those that lead a strategy with it. */
  bodyIds: string[];
  /** The strategies whose pages show its facts. */
  strategyIds: string[];
};

/** A body whose facts can be corrected; null when there is none. */
export async function getFactArea(bodyId: string): Promise<FactArea | null> {
  const body = await db().body.findUnique({
    where: { id: bodyId },
    select: {
      name: true,
      kind: { select: { short: true } },
      leads: { select: { id: true } },
      strategies: { select: { strategy: { select: { id: true, leadBodyId: true } } } },
    },
  });
  if (!body) return null;
  const others = body.strategies.map(({ strategy }) => strategy);
  return {
    id: bodyId,
    title: bodyTitle(body),
    bodyIds: [...new Set([bodyId, ...others.map(({ leadBodyId }) => leadBodyId)])],
    strategyIds: [...new Set([...body.leads, ...others].map(({ id }) => id))],
  };
}

export type OwnCorrection = {
  id: string;
  topic: FactTopic;
  text: string;
  state: FactCorrectionState;
  reply: string | null;
};

/** What somebody sent about a body, the newest first. */
export async function listOwnCorrections(person: Person, bodyId: string): Promise<OwnCorrection[]> {
  if (!person.accountId) return [];
  return db().factCorrection.findMany({
    where: { bodyId, sentById: person.accountId },
    orderBy: [{ sentAt: "desc" }, { id: "asc" }],
    take: 20,
    select: { id: true, topic: true, text: true, state: true, reply: true },
  });
}

export type OpenCorrection = {
  id: string;
  area: { id: string; title: string };
  topic: FactTopic;
  text: string;
  source: string | null;
  sentFor: string;
  sentAt: Date;
};

const openSelect = {
  ...{ id: true, topic: true, text: true, source: true, sentFor: true, sentAt: true },
  body: { select: { id: true, name: true, kind: { select: { short: true } } } },
} as const;

/** The oldest corrections that nobody has checked. @throws NotFound (not an admin) */
export async function listOpenCorrections(person: Person): Promise<OpenCorrection[]> {
  if (!canCheckFacts(person)) throw new NotFound();
  const rows = await db().factCorrection.findMany({
    where: { state: "open" },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    take: 20,
    select: openSelect,
  });
  return rows.map(({ body, ...row }) => ({ ...row, area: { id: body.id, title: bodyTitle(body) } }));
}

/** One correction; null when there is none. @throws NotFound (not an admin) */
export async function getCorrection(
  person: Person,
  id: string,
): Promise<(OpenCorrection & { state: FactCorrectionState }) | null> {
  if (!canCheckFacts(person)) throw new NotFound();
  const row = await db().factCorrection.findUnique({ where: { id }, select: { ...openSelect, state: true } });
  if (!row) return null;
  const { body, ...rest } = row;
  return { ...rest, area: { id: body.id, title: bodyTitle(body) } };
}

/** How many corrections nobody has checked. */
export const countOpenCorrections = (): Promise<number> => db().factCorrection.count({ where: { state: "open" } });
