import { afterAll, expect, test } from "vitest";
import { addBody, addBodyKind, addStrategyKind } from "@/lib/areas/body.commands";
import { bodyInput, kindInput } from "@/lib/areas/body.schema";
import { listJobCounts } from "@/lib/areas/job-count.queries";
import { getOpenSection } from "@/lib/comments/submission.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { type Person, visitor } from "@/lib/people/person.policy";
import { createStrategy } from "@/lib/strategies/creation.commands";
import { getDistrictView } from "@/lib/strategies/district-strategy.queries";
import { boundaryChangeText, leadExplanation } from "@/lib/strategies/district-strategy.rules";
import { getLep, listLeps } from "@/lib/strategies/lep.queries";
import { getCoverage } from "@/lib/summaries/coverage.queries";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { makeReleases } from "@/lib/summaries/releases/release.commands";
import { getRelease } from "@/lib/summaries/releases/release.queries";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";
import { listLepSummaries } from "@/lib/summaries/summary.queries";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  makeRep,
  openStrategy,
  publishDecision,
  sendHeldComment,
} from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const account = await db().account.create({ data: { label: "Admin" } });
const admin: Person = { ...visitor, accountId: account.id, grants: [{ role: "admin", bodyId: null, unionId: null }] };
const { id: dover } = await db().district.findFirstOrThrow({ where: { name: "Dover" } });
/** Publishes a first version and opens the strategy, without the steps of its officers. */
async function open(id: string): Promise<void> {
  const section = await db().section.create({ data: { strategyId: id, number: 1 } });
  const version = await db().version.create({
    data: { strategyId: id, number: 1, title: "", publishedAt: new Date() },
  });
  const content = { title: "Part 1", summary: "What we plan.", position: 1 };
  await db().versionSection.create({ data: { ...content, versionId: version.id, sectionId: section.id } });
  await openStrategy(id);
}
const kent = "kent";
const council = { name: "County council", plural: "County councils", short: "County Council" };

test("an admin adds a county council that took over, and its Local Growth Plan covers its districts", async () => {
  const kind = await addBodyKind(admin, council);
  const plan = await addStrategyKind(admin, { name: "Local Growth Plan", plural: "Local Growth Plans", short: "plan" });
  const input = { kind, name: "Kent", hasMayor: "no", mayor: "", districts: "Ashford\nDover;dartford\n\nDover" };
  const body = await addBody(admin, bodyInput.parse(input));
  expect(body).toBe("kent-county-council");
  const id = await createStrategy(admin, { body, kind: plan, areaName: "Kent" });
  expect(id).toBe(kent);
  const districts = await db().strategyDistrict.findMany({ where: { strategyId: id }, include: { district: true } });
  expect(districts.map(({ district }) => district.name).sort()).toEqual(["Ashford", "Dartford", "Dover"]);
  expect(new Set(districts.map(({ role }) => role))).toEqual(new Set(["lep_area"]));
  const events = await db().auditEvent.findMany({ where: { action: { startsWith: "areas." } } });
  expect(events.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(["bodykind:county-council", "strategykind:local-growth-plan", "body:kent-county-council"]),
  );
});

test("an added body is named as its kind says, and comments on its open plan count under it", async () => {
  const id = kent;
  const rep = await makeRep("kent-county-council");
  expect((await getLep("kent-county-council"))?.strategies).toEqual([]); // a draft is hidden
  expect((await getDistrictView(dover))?.strategies.map(({ strategyId }) => strategyId)).not.toContain(id);
  await open(id);
  const body = await getLep("kent-county-council");
  expect(body).toMatchObject({
    title: "Kent County Council",
    kindName: "County council",
    kindPlural: "County councils",
  });
  expect(body?.strategies).toMatchObject([{ id, leadTitle: "Kent County Council", leadShort: "County Council" }]);
  expect((await listLeps()).filter(({ kindPlural }) => kindPlural === "County councils")).toMatchObject([
    { id: "kent-county-council", districtCount: 3, tile: null },
  ]);
  const here = await getDistrictView(dover);
  expect(here?.leps.map(({ title }) => title)).toContain("Kent County Council");
  const kentStrategy = here?.strategies.find(({ strategyId }) => strategyId === id);
  expect(
    kentStrategy && [...leadExplanation("Dover", kentStrategy, []), boundaryChangeText("Dover", kentStrategy)],
  ).toEqual(["The Kent County Council leads the Kent strategy.", "That is because it covers Dover.", null]);

  for (const district of [dover, null]) {
    const sent = await sendHeldComment(id, { themes: ["pay"], district });
    expect(sent.comment.lepId).toBe("kent-county-council");
    await decideAndMakeEdition(rep, sent.caseId);
  }
  const [summary] = await listLepSummaries("kent-county-council");
  expect(summary?.strategy).toEqual({ id, kind: "plan", areaName: "Kent", leadTitle: "Kent County Council" });
  expect(summary?.counts).toMatchObject({ comments: 2, threads: 2, themes: [{ id: "pay", comments: 2 }] });
  expect(await findTallyDifferences()).toEqual([]);
});

test("an added body gets a release of counts, as a LEP does, once ten people have contributed", async () => {
  const rep = await makeRep("kent-county-council", "gmb");
  for (let n = 0; n < 12; n++)
    await decideCase(rep, (await sendHeldComment(kent, { district: dover })).caseId, publishDecision);
  await makeEdition(kent, new Date(Date.now() - 7 * 86_400_000)); // people of this week open no cell
  expect((await makeReleases()).leps).toContain("kent-county-council");
  const release = await getRelease("kent-county-council");
  const today = new Date().toISOString().slice(0, 10);
  expect(await makeReleases()).toEqual({ number: release?.number, leps: [], refused: [], alreadyMadeOn: today }); // one a week
  await makeReleases(undefined, new Date(Date.now() + 7 * 86_400_000)); // nobody new: no release, and no error
  expect((await getRelease("kent-county-council"))?.number).toBe(release?.number);
  expect(release && peopleInCell(release, {})).toBeGreaterThanOrEqual(10);
  expect(
    release && (await getCoverage("kent-county-council", release)).districts.map(({ name }) => name).sort(),
  ).toEqual(["Ashford", "Dartford", "Dover"]);
}, 180_000);

test("a mayoral authority that starts a plan of its own is counted from then on, unless LEPs help it", async () => {
  expect(await getLep("greater-manchester-ca")).toBeNull();
  const kind = "local-growth-plan";
  const id = await createStrategy(admin, { body: "greater-manchester-ca", kind, areaName: "Greater Manchester" });
  await open(id);
  expect((await getLep("greater-manchester-ca"))?.districts).toHaveLength(10);
  expect((await getOpenSection(id, 1, null))?.lepIds).toEqual(["greater-manchester-ca"]);
  expect((await getOpenSection("greater-manchester", 1, null))?.lepIds).toEqual(["greater-manchester"]);
  const summaries = await listLepSummaries("greater-manchester-ca");
  expect(summaries.map(({ strategy }) => strategy.id)).toEqual([id]);
});

test("jobs are those of the NUTS 3 areas that the districts add up to, or none", async () => {
  expect(await listJobCounts("kent-county-council", 2019)).toEqual([]);
  const input = { kind: "county-council", name: "North Kent", hasMayor: "no", mayor: "" };
  await addBody(admin, bodyInput.parse({ ...input, districts: "Dartford\nGravesham\nSwale" }));
  const jobs = await listJobCounts("north-kent-county-council", 2019);
  expect(jobs.find(({ sectorId }) => sectorId === "C")?.employment).toBe(12_000);
});

test("a duplicate, an unknown kind and an unknown district are refused with a message, and nothing is written", async () => {
  await expect(addBodyKind(admin, { ...council, name: "COUNTY COUNCIL" })).rejects.toThrow(/one already/);
  const body = bodyInput.parse({
    kind: "county-council",
    name: "Essex",
    hasMayor: "no",
    districts: "Colchester\nParis",
  });
  await expect(addBody(admin, body)).rejects.toThrow(/Paris/);
  await expect(addBody(admin, { ...body, kind: "none" })).rejects.toThrow(/what kind/);
  expect(await db().body.count({ where: { name: "Essex" } })).toBe(0);
  expect(kindInput.safeParse({ ...council, short: " " }).success).toBe(false);
});

test("only admins can add bodies", async () => {
  const officer = { ...admin, grants: [{ role: "officer" as const, bodyId: "solent", unionId: null }] };
  for (const person of [visitor, officer]) await expect(addBodyKind(person, council)).rejects.toThrow(NotFound);
});
