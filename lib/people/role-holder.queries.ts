import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { dateOf } from "@/lib/dates";
import { liveGrants } from "@/lib/people/grant.queries";
import { type Staffing, staffingOf, whyCannotEndGrant } from "@/lib/people/grant.rules";
import { isAdmin, type Person } from "@/lib/people/person.policy";
import type { Prisma } from "@/prisma/generated/client";
import { Role } from "@/prisma/generated/enums";

// What admins see of roles: labels, never addresses. For anybody else everything here is empty.

export type RoleHolder = {
  id: string;
  role: Role;
  label: string;
  /** Null for a role that is not for one body or union. */
  body: string | null;
  union: string | null;
  grantedAt: Date;
  lastDay: Date | null;
  /** The London day, at 00:00 UTC; null when they have never signed in with a role. */
  lastSignIn: Date | null;
  /** In how many browsers they are signed in now. */
  sessions: number;
};

/** Ids of one body and one union, and a role; what is left out or unknown does not filter. */
export type RoleFilter = { body?: string; union?: string; role?: string };

const maxHolders = 500;

// the address of a page may hold anything
const idOf = (value = "") => (/^[\w-]{1,100}$/.test(value) ? value : undefined);

const holderColumns = {
  id: true,
  role: true,
  accountId: true,
  grantedAt: true,
  lastDay: true,
  endedAt: true,
  account: { select: { label: true, _count: { select: { sessions: true } } } },
  body: { select: { name: true, kind: { select: { short: true } } } },
  union: { select: { shortName: true } },
} satisfies Prisma.GrantSelect;
type HolderRow = Prisma.GrantGetPayload<{ select: typeof holderColumns }>;

/** The roles that count now, by body, union and name; the first 500. */
export async function listRoleHolders(
  person: Person,
  filter: RoleFilter = {},
  now = new Date(),
): Promise<RoleHolder[]> {
  if (!isAdmin(person)) return [];
  const role = Object.values(Role).find((name) => name === filter.role);
  const rows = await db().grant.findMany({
    where: { ...liveGrants(now), bodyId: idOf(filter.body), unionId: idOf(filter.union), role },
    orderBy: [
      { body: { name: "asc" } },
      { union: { shortName: "asc" } },
      { role: "asc" },
      { account: { label: "asc" } },
      { id: "asc" },
    ],
    take: maxHolders,
    select: holderColumns,
  });
  const lastSignIns = await findLastSignIns(rows.map(({ accountId }) => accountId));
  return rows.map((row) => holderView(row, lastSignIns));
}

export type RoleToEnd = RoleHolder & {
  /** When it ended, or the last day that it counted; null while it counts. */
  endedOn: Date | null;
  /** Why it cannot be ended now; null when it can. */
  whyNot: string | null;
  isOwn: boolean;
};

/** One role, whether or not it counts. Null when there is none. */
export async function getRoleToEnd(person: Person, id: string, now = new Date()): Promise<RoleToEnd | null> {
  if (!isAdmin(person)) return null;
  const row = await db().grant.findUnique({ where: { id }, select: holderColumns });
  if (!row) return null;
  const [lastSignIns, admins] = await Promise.all([
    findLastSignIns([row.accountId]),
    db().grant.findMany({ where: { role: "admin", ...liveGrants(now) }, select: { id: true, lastDay: true } }),
  ]);
  const isOver = row.lastDay !== null && row.lastDay < dateOf(now);
  return {
    ...holderView(row, lastSignIns),
    endedOn: row.endedAt ?? (isOver ? row.lastDay : null),
    whyNot: whyCannotEndGrant(row, admins),
    isOwn: row.accountId === person.accountId,
  };
}

function holderView(row: HolderRow, lastSignIns: Map<string, Date>): RoleHolder {
  const { id, role, accountId, account, body, union, grantedAt, lastDay } = row;
  return {
    ...{ id, role, grantedAt, lastDay },
    label: account.label ?? "Somebody without a name",
    body: body && bodyTitle(body),
    union: union?.shortName ?? null,
    lastSignIn: lastSignIns.get(accountId) ?? null,
    sessions: account._count.sessions,
  };
}

/** The days on which these accounts last signed in with a role. */
async function findLastSignIns(accountIds: string[]): Promise<Map<string, Date>> {
  const rows = await db().auditEvent.groupBy({
    by: ["accountId"],
    where: { action: "people.signIn", subject: { in: [...new Set(accountIds)].map((id) => `account:${id}`) } },
    _max: { occurredAt: true },
  });
  return new Map(
    rows.flatMap(({ accountId, _max }) =>
      accountId && _max.occurredAt ? [[accountId, dateOf(_max.occurredAt)] as const] : [],
    ),
  );
}

export type AreaStaffing = Staffing & { id: string; name: string; isOpen: boolean };

/**
 * The bodies that lead a strategy which is drafted, open or closed, with how many reps each has: those without enough
 * first, and of these those with an open consultation.
 */
export async function listAreaStaffing(person: Person, now = new Date()): Promise<AreaStaffing[]> {
  if (!isAdmin(person)) return [];
  const bodies = await db().body.findMany({
    where: { leads: { some: { phase: { in: ["draft", "checked", "open", "closed"] } } } },
    select: {
      id: true,
      name: true,
      kind: { select: { short: true } },
      leads: { where: { phase: "open" }, select: { id: true } },
      grants: { where: { role: "rep", ...liveGrants(now) }, select: { accountId: true, unionId: true } },
    },
  });
  const rank = ({ isEnough, isOpen }: AreaStaffing) => Number(isEnough) * 2 + Number(!isOpen);
  return bodies
    .map((body) => ({
      id: body.id,
      name: bodyTitle(body),
      isOpen: body.leads.length > 0,
      ...staffingOf(body.grants),
    }))
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en-GB"));
}

export type RoleScopes = { bodies: { id: string; name: string }[]; unions: { id: string; name: string }[] };

/** The bodies and unions for which a role can be granted: bodies that lead a strategy or have a summary, and every union. */
export async function listRoleScopes(person: Person): Promise<RoleScopes> {
  if (!isAdmin(person)) return { bodies: [], unions: [] };
  const [bodies, unions] = await Promise.all([
    db().body.findMany({
      where: { OR: [{ isCounted: true }, { leads: { some: {} } }] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, kind: { select: { short: true } } },
    }),
    db().union.findMany({ orderBy: { shortName: "asc" }, select: { id: true, shortName: true } }),
  ]);
  return {
    bodies: bodies.map((body) => ({ id: body.id, name: bodyTitle(body) })),
    unions: unions.map(({ id, shortName }) => ({ id, name: shortName })),
  };
}
