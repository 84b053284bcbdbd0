import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { RateLimited } from "@/lib/errors";
import {
  deleteExpiredInterruptedForms,
  discardInterruptedForms,
  saveInterruptedForm,
} from "@/lib/forms/interrupted-form.commands";
import { listInterruptedForms } from "@/lib/forms/interrupted-form.queries";
import { interruptedFormLifetime } from "@/lib/forms/interrupted-form.schema";
import { formOwner, whyNotTheirs } from "@/lib/forms/submitted-form";
import { type Person, visitor } from "@/lib/people/person.policy";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const input = (person: Person, text: string) => ({
  origin: { page: "/officer/answers/new?kind=theme", name: "", owner: formOwner(person) },
  interruption: "signed-out" as const,
  values: { text, themes: ["pay", "buses"] },
});
const save = (person: Person, text: string) => saveInterruptedForm(input(person, text), "network");
const textsOf = async (person: Person, tokens: string[], now?: Date) =>
  (await listInterruptedForms(person, tokens, now)).map(({ values }) => values.text);

test("what an account typed comes back to that account, in the browser that sent it, and to nobody else", async () => {
  const [writer, other] = [await makeAccount(), await makeAccount()];
  const token = await save(writer, "Half an answer");
  expect(await listInterruptedForms(writer, [token])).toMatchObject([
    { page: "/officer/answers/new?kind=theme", form: "", values: { text: "Half an answer", themes: ["pay", "buses"] } },
  ]);
  expect(await textsOf(other, [token])).toEqual([]);
  expect(await textsOf(visitor, [token])).toEqual([]);
  expect(await textsOf(writer, [])).toEqual([]);
  expect(await textsOf(writer, [await save(other, "Another")])).toEqual([]);
});

test("what a visitor typed comes back to their browser, before and after they sign in", async () => {
  const token = await save(visitor, "A visitor's");
  expect(await textsOf(visitor, [token])).toEqual(["A visitor's"]);
  expect(await textsOf(await makeAccount(), [token])).toEqual(["A visitor's"]);
});

test("the table holds neither the text, nor the token, nor the account, and a value moved to another row is refused", async () => {
  const writer = await makeAccount();
  const [token, second] = [await save(writer, "Locked away"), await save(writer, "The other")];
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query("SELECT f::text AS row FROM interrupted_forms f");
  const text = rows.map(({ row }) => row).join("\n");
  expect(text).not.toMatch(new RegExp(`Locked|${Buffer.from("Locked").toString("hex")}|${token}|${writer.accountId}`));
  await client.query(
    "UPDATE interrupted_forms SET sealed = (SELECT sealed FROM interrupted_forms WHERE owner = $1 ORDER BY id LIMIT 1) WHERE owner = $1",
    [Buffer.from(formOwner(writer).slice("account-".length), "base64url")],
  );
  await client.end();
  await expect(listInterruptedForms(writer, [token, second])).rejects.toThrow(/authenticate/);
});

test("after an hour it is gone, and it goes at once when it is sent, or its writer erases themselves", async () => {
  const writer = await makeAccount();
  const now = new Date();
  const token = await save(writer, "For an hour");
  const later = new Date(now.getTime() + interruptedFormLifetime + 60_000);
  expect(await textsOf(writer, [token], later)).toEqual([]);
  expect(await deleteExpiredInterruptedForms(later)).toBeGreaterThan(0);
  expect(await db().interruptedForm.count()).toBe(0);

  const [sent, open] = [await save(writer, "Sent"), await save(writer, "Open")];
  const [, first] = await listInterruptedForms(writer, [sent, open]);
  await discardInterruptedForms([sent, open], [first?.id ?? ""]);
  expect(await textsOf(writer, [sent, open])).toHaveLength(1);
  await erasePerson(writer);
  expect(await db().interruptedForm.count()).toBe(0);

  await openStrategy("west-midlands");
  const { participantId } = await sendHeldComment("west-midlands");
  const holder = { ...visitor, participantId, participantStrategyId: "west-midlands" };
  await save(holder, "By receipt");
  await erasePerson(holder);
  expect(await db().interruptedForm.count()).toBe(0);
});

test("what is too long to be stored is refused, and so is one network's thousandth form", async () => {
  await expect(save(visitor, "a".repeat(1_100_000))).rejects.toThrow(RateLimited);
  const many = Array.from({ length: 201 }, () => saveInterruptedForm(input(visitor, "a"), "another network"));
  const refused = (await Promise.allSettled(many)).filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(1);
});

test("a form that was drawn for one account is not taken from a visitor, nor from another account", async () => {
  const [writer, other] = [await makeAccount(), await makeAccount()];
  const holder = { ...visitor, participantId: "one", participantStrategyId: "west-midlands" };
  expect(whyNotTheirs(formOwner(writer), writer)).toBeNull();
  expect(whyNotTheirs(formOwner(writer), visitor)).toBe("signed-out");
  expect(whyNotTheirs(formOwner(writer), other)).toBe("other-account");
  expect(whyNotTheirs(formOwner(visitor), writer)).toBeNull();
  expect(whyNotTheirs(formOwner(holder), visitor)).toBe("signed-out");
  expect(whyNotTheirs(formOwner(holder), { ...holder, participantId: "two" })).toBeNull();
});
