import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listPublishedComments } from "@/lib/comments/comment.queries";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { reviseComment } from "@/lib/comments/revision.commands";
import { replyToThread } from "@/lib/comments/submission.commands";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { subscribe, waitForPendingNotifications } from "@/lib/database/listener";
import { jobSchedule } from "@/lib/jobs/schedule";
import { tasks } from "@/lib/jobs/tasks";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { reportComment } from "@/lib/moderation/reports/report.commands";
import { submitAppeal } from "@/lib/moderation/sanctions/appeal.commands";
import { type Person, visitor } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import type { RouteName } from "@/lib/routes";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { type Address, differing, isReadable, routesWhere, viewAll } from "@/scripts/attacker/public-views";
import { atTime } from "@/scripts/test/clock";
import { createTestDatabase } from "@/scripts/test/database";
import {
  makeAccount,
  makeCommentInput,
  makeRep,
  openStrategy,
  publishDecision,
  sendHeldComment,
} from "@/scripts/test/factories";

// An attacker who views every public address, and every screen of an officer and of a rep of another area, before and
// after one person acts. Between editions they must see no difference, except where the design has one: a withdrawal. A
// rep of the area sees what waits, and never who. As a control, an edition is made
// after each act, as if everything were public at once: then they must see nearly every act.

const session = vi.hoisted(() => ({ person: null as unknown }));
vi.mock("@/lib/auth/current-session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/current-session")>()),
  getPerson: async () => session.person,
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({ refresh: () => {}, push: () => {}, replace: () => {} }),
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined, has: () => false, getAll: () => [] }),
  headers: async () => new Headers(),
}));

const database = await createTestDatabase();
afterAll(database.close);
const slug = "cornwall-scilly"; // strategy, lead body and LEP
let rep: Person;
let officer: Person;
let otherRep: Person;
let shown: Awaited<ReturnType<typeof sendHeldComment>>;
let addresses: Address[];
let officerAddresses: Address[];
let repAddresses: Address[];
const dropped: string[] = [];
/** Another layout of what other views show, or a body's own text alone: one of each kind is enough. */
const repeated = new Set<RouteName>([
  ...(["lepPaper", "lepSubjectPaper", "lepSubjectFeed", "paper", "poster", "picture", "version"] as const),
  ...(["unions", "responses", "response", "responseRevision", "newStrategy", "publishStrategy"] as const),
  ...([
    "draftAbout",
    "draftText",
    "draftSection",
    "draftMatch",
    "draftPreview",
    "draftPoster",
    "draftPaper",
    "newAnswer",
  ] as const),
]);

beforeAll(async () => {
  session.person = visitor;
  await openStrategy(slug);
  rep = await makeRep(slug);
  await makeRep(slug, "gmb"); // else an appeal would go to another area
  otherRep = await makeRep("west-midlands", "gmb");
  const account = await makeAccount();
  await db().grant.create({ data: { accountId: account.accountId ?? "", role: "officer", bodyId: slug } });
  officer = { ...account, grants: [{ role: "officer", bodyId: slug, unionId: null }] };
  for (let n = 0; n < 3; n++) shown = await publish(await makeAccount());
  await makeEdition(slug);
  const values = {
    ...{
      slug,
      number: "1",
      id: shown.comment.threadId,
      comment: shown.commentId,
      subject: "skills",
      figure: "themes",
      chart: "themes",
      page: "themes",
    },
    ...{ body: slug, provider: "x", token: "x" },
  };
  const at = async (names: ReturnType<typeof routesWhere>) => {
    const chosen = names.filter((name) => !repeated.has(name));
    const readable = await Promise.all(chosen.map(async (route) => ((await isReadable(route)) ? [route] : [])));
    return readable.flat().map((route) => ({ route, values, query: {} }));
  };
  addresses = await at(routesWhere(({ moves }) => moves === "edition" || moves === "officials"));
  const sorted = { theme: "skills", stance: "for", sort: "newest" };
  const queries: Record<string, string>[] = [sorted, { sort: "support" }, { sort: "replies" }, { q: "bus" }];
  for (const query of queries)
    addresses.push({ route: "comments", values, query }, { route: "section", values, query });
  officerAddresses = await at(routesWhere(({ access }) => [access].flat().includes("officer")));
  repAddresses = await at(routesWhere(({ access, isAutomatic }) => [access].flat().includes("rep") && !isAutomatic));
  const { id } = await db().case.findFirstOrThrow({ where: { commentId: shown.commentId } });
  repAddresses.push({ route: "case", values: { id }, query: {} });
}, 120_000);

const subscription = subscribe({ channel: "cache_invalidation", onNotification: (tags) => dropped.push(...tags) });
afterAll(() => subscription.stop());

async function publish(person: Person) {
  const sent = await sendHeldComment(slug, { stance: "for", themes: ["skills"] }, person);
  await decideCase(rep, sent.caseId, publishDecision);
  return sent;
}

async function viewAs(person: Person, name: string, seenBy: readonly Address[]): Promise<Map<string, string>> {
  session.person = person;
  const seen = await viewAll(seenBy);
  session.person = visitor;
  return new Map([...seen].map(([address, text]) => [`${name} ${address}`, text]));
}

/** What everybody sees, officers, and reps of other areas. */
const observe = async () =>
  new Map([
    ...(await viewAll(addresses)),
    ...(await viewAs(officer, "officer", officerAddresses)),
    ...(await viewAs(otherRep, "other rep", repAddresses)),
  ]);

const replyInput = async () => {
  const { themes: _t, district: _d, sector: _s, paragraph: _p, ...input } = await makeCommentInput(slug);
  return input;
};
const react = (person: Person, value: "agree" | "disagree") =>
  reactToComment(person, slug, { comment: shown.commentId, value, formId: null }, "client");

/** What people do, each with whether everybody sees it at once. `prepare` is done before the attacker's first view. */
const acts: Record<
  string,
  {
    prepare?: (person: Person) => Promise<unknown>;
    act: (person: Person, prepared: never) => Promise<unknown>;
    atOnce?: true;
  }
> = {
  sends: { act: (person) => sendHeldComment(slug, { themes: ["skills"] }, person) },
  "is published": {
    prepare: (person) => sendHeldComment(slug, { themes: ["skills"] }, person),
    act: (_person, { caseId }: { caseId: string }) => decideCase(rep, caseId, publishDecision),
  },
  "is turned down": {
    prepare: (person) => sendHeldComment(slug, {}, person),
    act: (_person, { caseId }: { caseId: string }) =>
      decideCase(rep, caseId, { ...publishDecision, decision: "reject", reason: "off-topic" }),
  },
  replies: { act: async (person) => replyToThread(person, slug, shown.comment.threadId, await replyInput()) },
  reacts: { act: (person) => react(person, "agree") },
  "changes a reaction": {
    prepare: async (person) => {
      await react(person, "agree");
    },
    act: (person) => react(person, "disagree"),
  },
  "changes the text": {
    prepare: (person) => sendHeldComment(slug, {}, person),
    act: (person, { commentId }: { commentId: string }) =>
      reviseComment(person, commentId, { text: "The last bus is gone before my shift ends.", version: 1 } as never),
  },
  appeals: {
    prepare: async (person) => {
      const sent = await sendHeldComment(slug, {}, person);
      await decideCase(rep, sent.caseId, { ...publishDecision, decision: "reject", reason: "off-topic" });
      return sent;
    },
    act: (person, { commentId }: { commentId: string }) =>
      submitAppeal(person, commentId, { grounds: "It is not." } as never),
  },
  reports: {
    act: (person) =>
      reportComment(
        person,
        slug,
        { kind: "report", reason: "insults", details: null, comment: shown.commentId, formId: null } as never,
        "client",
      ),
  },
  "erases everything": {
    prepare: async (person) => {
      const sent = await publish(person);
      await react(person, "agree");
      return sent;
    },
    act: (person) => erasePerson(person),
  },
  withdraws: {
    prepare: async (person) => {
      const sent = await publish(person);
      return sent;
    },
    act: (person, { commentId }: { commentId: string }) => withdrawComment(person, commentId),
    atOnce: true,
  },
};

type Prepared = { name: string; person: Person; prepared: unknown };

async function prepareAll(names = Object.keys(acts)): Promise<Prepared[]> {
  const people: Prepared[] = [];
  for (const name of names) {
    const { prepare } = acts[name] ?? {};
    const person = await makeAccount();
    people.push({ name, person, prepared: await prepare?.(person) });
  }
  await makeEdition(slug);
  return people;
}

const perform = ({ name, person, prepared }: Prepared) => acts[name]?.act(person, prepared as never);

/** The acts after which cached pages were dropped, so that the next view of them takes longer. */
async function performAll(people: Prepared[]): Promise<string[]> {
  const noticed: string[] = [];
  for (const each of people) {
    await waitForPendingNotifications();
    dropped.length = 0;
    await perform(each);
    await waitForPendingNotifications();
    if (dropped.length > 0) noticed.push(each.name);
  }
  return noticed;
}

/** The same order for the same seed. */
const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, index) => ({ item, key: createHash("sha256").update(`${seed} ${index}`).digest("hex") }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);

/** Hours from one edition to the next. */
const hours = 24;

/** Beside the edition itself: a release is weekly, and the record has a new line each day, whoever did what. */
const notSimulated = ["make-editions", "make-release", "publish-chain-heads", "timestamp-heads"];

/** Runs the jobs of a day, hour by hour, with the clock of this process at each; PostgreSQL’s remains as it is. */
async function passDay(): Promise<void> {
  const jobs = jobSchedule
    .split("\n")
    .flatMap((line) => [/^\s*\S+ (\*|\d+) \* \* \S+ ([\w-]+)/.exec(line) ?? []])
    .filter(([, , name = ""]) => name && !notSimulated.includes(name));
  expect(jobs.length).toBeGreaterThan(9);
  const start = Date.now();
  const run = tasks();
  for (let hour = 0; hour < hours; hour++) {
    const moment = new Date(start + hour * 3_600_000);
    await atTime(moment, async () => {
      for (const [, at, name = ""] of jobs)
        if (at === "*" || Number(at) === moment.getUTCHours()) await run[name]?.({}, {} as never);
    });
  }
}

const silentActs = Object.keys(acts).filter((name) => !acts[name]?.atOnce);
/** What no rep has to decide. */
const actsUnseenByReps = ["reacts", "changes a reaction"];
const seeds = [1, 2, 3];

test.each(seeds)(
  "between editions no view changes and no cached page is dropped, whoever does what: seed %i",
  async (seed) => {
    const [one, ...others] = await prepareAll(shuffled(silentActs, seed));
    const unseen = others.filter((each) => isUnseen(each));
    const decided = others.filter((each) => !isUnseen(each));
    const before = await observe();
    expect(before.size).toBeGreaterThan(55);
    expect(await performAll(one ? [one] : [])).toEqual([]); // alone
    expect(differing(before, await observe())).toEqual([]);
    const queue = await viewAs(rep, "rep", repAddresses);
    expect(await performAll(unseen)).toEqual([]);
    expect(differing(queue, await viewAs(rep, "rep", repAddresses))).toEqual([]);
    expect(await performAll(decided)).toEqual([]); // among others
    await passDay();
    const after = await observe();
    expect(differing(before, after)).toEqual([]);
    // reps see what waits, and nothing of whose it is
    const seenByReps = [...(await viewAs(rep, "rep", repAddresses)).values()].join();
    expect(differing(queue, await viewAs(rep, "rep", repAddresses))).toContain("rep /moderation {}");
    for (const { person } of [one, ...others].flatMap((each) => each ?? []))
      expect(seenByReps).not.toContain(person.accountId);
    process.stdout.write(
      `differencing, editions on, seed ${seed}: 0 of ${silentActs.length} acts found in ${after.size} views, ${hours} hours simulated\n`,
    );
  },
  300_000,
);

const isUnseen = ({ name }: Prepared) => actsUnseenByReps.includes(name);

test("a withdrawal hides its text at once, wherever it was quoted, and nowhere else", async () => {
  const people = await prepareAll(["withdraws"]);
  const before = await observe();
  expect(await performAll(people)).toEqual(["withdraws"]);
  const views = differing(before, await observe());
  expect(views).not.toEqual([]);
  for (const address of views) expect(address).not.toMatch(/transparency|editions|releases|other rep/);
}, 300_000);

test("an edition brings everything in one moment, in no order: the first in a list is not the first who wrote", async () => {
  let firstGuesses = 0;
  const editions = 3;
  for (let made = 0; made < editions; made++) {
    const sent: string[] = [];
    for (let n = 0; n < 5; n++) sent.push((await publish(await makeAccount())).commentId);
    await makeEdition(slug);
    const { items } = await listPublishedComments({ strategyId: slug }, null, 1000);
    const listed = items.map(({ id }) => id).filter((id) => sent.includes(id));
    expect(listed.toSorted()).toEqual(sent.toSorted());
    if (listed.join() === sent.join() || listed.toReversed().join() === sent.join()) firstGuesses++;
  }
  expect(firstGuesses).toBeLessThan(editions); // the order of arrival each time: once in 216,000
}, 300_000);

test("as a control: if everything were public at once, the same views would tell what was done and when", async () => {
  const people = await prepareAll(["is published", "is turned down", "reacts", "changes a reaction", "withdraws"]);
  const live = addresses.filter(({ route }) =>
    ["thread", "apiComments", "apiStrategySummary", "strategySummaryCsv", "record", "apiRecord"].includes(route),
  );
  let before = await viewAll(live);
  const found: string[] = [];
  for (const each of people) {
    await perform(each);
    await makeEdition(slug);
    const after = await viewAll(live);
    if (differing(before, after).length > 0) found.push(each.name);
    before = after;
  }
  process.stdout.write(`differencing, everything at once: ${found.length} of ${people.length} acts found\n`);
  expect(found).toEqual(people.map(({ name }) => name));
}, 300_000);
