import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { setSafeguardingContact } from "@/lib/moderation/safeguarding/contact.commands";
import { listContactSettings, listContacts } from "@/lib/moderation/safeguarding/contact.queries";
import { contactInput } from "@/lib/moderation/safeguarding/contact.schema";
import type { GrantView, Person } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const area = "cornwall-scilly";
const jo = contactInput.parse({ name: "Jo Pascoe", phone: "0121 496 0000" });
const nobody = contactInput.parse({ name: "", phone: " " });

const withGrant = async (grant: GrantView): Promise<Person> => ({ ...(await makeAccount()), grants: [grant] });

test("an admin names the contact of an area, a union's officer that of the union; reps of both see them", async () => {
  const admin = await withGrant({ role: "admin", bodyId: null, unionId: null });
  const officer = await withGrant({ role: "union_officer", bodyId: null, unionId: "unison" });
  const rep = await makeRep(area);
  expect(await listContacts(rep)).toEqual([]);
  await setSafeguardingContact(admin, `body:${area}`, jo);
  await setSafeguardingContact(officer, "union:unison", { ...jo, name: "Sam Ali" });
  expect(await listContacts(rep)).toMatchObject([
    { scope: `body:${area}`, ...jo },
    { scope: "union:unison", place: "UNISON", name: "Sam Ali" },
  ]);
  expect((await listContacts(await makeRep(area, "gmb"))).map(({ scope }) => scope)).toEqual([`body:${area}`]);
  expect(await listContacts(await makeRep("dorset", "gmb"))).toEqual([]);
  expect((await listContactSettings(officer)).map(({ scope, canSet }) => [scope, canSet])).toEqual([
    ["union:unison", true],
  ]);
  expect((await listContactSettings(rep)).some(({ canSet }) => canSet)).toBe(false);

  for (const [person, scope] of [
    [rep, `body:${area}`],
    [rep, "union:unison"],
    [officer, `body:${area}`],
    [officer, "union:gmb"],
    [admin, "body:nowhere"],
  ] as const)
    await expect(setSafeguardingContact(person, scope, jo), scope).rejects.toThrow(NotFound);

  await setSafeguardingContact(admin, `body:${area}`, nobody);
  expect((await listContacts(rep)).map(({ scope }) => scope)).toEqual(["union:unison"]);
  expect(await db().auditEvent.count({ where: { action: "moderation.setSafeguardingContact" } })).toBe(3);
});

test("a contact is a name with a number that can be called", () => {
  const problem = (name: string, phone: string) => contactInput.safeParse({ name, phone }).error?.issues[0]?.path[0];
  expect(problem("Jo", "")).toBe("phone");
  expect(problem("", "0121 496 0000")).toBe("name");
  expect(problem("Jo", "at the depot")).toBe("phone");
  expect(problem("", "")).toBeUndefined();
});
