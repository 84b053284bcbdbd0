import { afterAll, expect, test } from "vitest";
import { addBody, addBodyKind, addStrategyKind } from "@/lib/areas/bodies/commands";
import { bodyInput, kindInput } from "@/lib/areas/bodies/schema";
import { db } from "@/lib/db";
import { NotFound } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/policy";
import { createStrategy } from "@/lib/strategies/creating/commands";
import { testDatabase } from "@/lib/test-database";

const database = await testDatabase();
afterAll(database.close);

const account = await db().account.create({ data: { label: "Admin" } });
const admin: Person = { ...visitor, accountId: account.id, grants: [{ role: "admin", bodyId: null, unionId: null }] };
const council = { name: "County council", plural: "County councils", short: "County Council" };

test("an admin adds a county council that took over, and its Local Growth Plan covers its districts", async () => {
  const kind = await addBodyKind(admin, council);
  const plan = await addStrategyKind(admin, { name: "Local Growth Plan", plural: "Local Growth Plans", short: "plan" });
  const typed = { kind, name: "Kent", hasMayor: "no", mayor: "", districts: "Ashford\nDover;dartford\n\nDover" };
  const body = await addBody(admin, bodyInput.parse(typed));
  expect(body).toBe("kent-county-council");
  const id = await createStrategy(admin, { body, kind: plan, areaName: "Kent" });
  const districts = await db().strategyDistrict.findMany({ where: { strategyId: id }, include: { district: true } });
  expect(districts.map(({ district }) => district.name).sort()).toEqual(["Ashford", "Dartford", "Dover"]);
  expect(new Set(districts.map(({ role }) => role))).toEqual(new Set(["lep_area"]));
  const events = await db().auditEvent.findMany({ where: { deed: { startsWith: "areas." } } });
  expect(events.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(["bodykind:county-council", "strategykind:local-growth-plan", "body:kent-county-council"]),
  );
});

test("twice, of no kind, or with a district that is none: refused, in words, and nothing is written", async () => {
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

test("nobody else may", async () => {
  const officer = { ...admin, grants: [{ role: "officer" as const, bodyId: "solent", unionId: null }] };
  for (const person of [visitor, officer]) await expect(addBodyKind(person, council)).rejects.toThrow(NotFound);
});
