import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { type SealedColumn, sealedColumns } from "@/lib/security/sealed-columns";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const [first, second] = ["5ea1".repeat(16), "0dd5".repeat(16)];
const email = "jo@example.org";

/** The modules as a process with these settings imports them. */
async function processWith(settings: Record<string, string>) {
  Object.assign(process.env, { OLD_SECRET_KEYS: "", INDEX_KEY: "", ...settings });
  vi.resetModules();
  const [secrets, columns, keys, { db, closeDb }, { emailColumns }] = await Promise.all([
    import("@/lib/security/encryption"),
    import("@/lib/security/sealed-columns"),
    import("@/lib/security/key-rotation.commands"),
    import("@/lib/database/client"),
    import("@/lib/people/account.writes"),
  ]);
  return { ...secrets, ...columns, ...keys, db, closeDb, emailColumns };
}
beforeEach(() => void vi.resetModules());

test("keys rotate while the service runs: old and new values can be unsealed, people are found, and the old key can be removed", async () => {
  const before = await processWith({ SECRET_KEY: first });
  const { id } = await before.db().account.create({ data: before.emailColumns(email) });
  await before.closeDb();

  const both = await processWith({ SECRET_KEY: second, OLD_SECRET_KEYS: first, INDEX_KEY: first });
  const found = await both
    .db()
    .account.findUniqueOrThrow({ where: { emailIndex: both.emailColumns(email).emailIndex } });
  expect(found.id).toBe(id);
  expect(both.unsealFrom("accounts.emailSealed", id, found.emailSealed ?? new Uint8Array())).toBe(email);
  expect(await both.rotateKeys()).toEqual({ changed: 1, checked: 1 });
  expect(await both.rotateKeys()).toEqual({ changed: 0, checked: 1 });
  await both.closeDb();

  const after = await processWith({ SECRET_KEY: second, INDEX_KEY: first });
  const stored = await after.db().account.findUniqueOrThrow({ where: { id } });
  expect(after.unsealFrom("accounts.emailSealed", id, stored.emailSealed ?? new Uint8Array())).toBe(email);
  const { reseal } = await processWith({ SECRET_KEY: "ab".repeat(32) });
  expect(() => reseal("email", stored.emailSealed ?? new Uint8Array(), `accounts.emailSealed:${id}`)).toThrow(
    /neither SECRET_KEY nor/,
  );
  await (await processWith({ SECRET_KEY: first })).closeDb();
});

test("sealing twice gives different values, and a changed bit or another purpose cannot be unsealed", async () => {
  const { seal, unseal } = await processWith({ SECRET_KEY: first });
  const sealed = seal("email", email);
  expect(seal("email", email)).not.toEqual(sealed);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Uint8Array.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal("email", changed)).toThrow();
  }
  expect(() => unseal("original-key", sealed)).toThrow();
});

test("a value can be opened only in its own column and row", async () => {
  const { sealFor, unsealFrom } = await processWith({ SECRET_KEY: first });
  for (const column of Object.keys(sealedColumns) as SealedColumn[]) {
    const sealed = sealFor(column, "row", email);
    expect(unsealFrom(column, "row", sealed)).toBe(email);
    expect(() => unsealFrom(column, "other", sealed), column).toThrow();
    for (const other of Object.keys(sealedColumns) as SealedColumn[])
      if (other !== column) expect(() => unsealFrom(other, "row", sealed), `${column} as ${other}`).toThrow();
    const unbound = Uint8Array.from(sealed);
    unbound[0] = 1; // as values were before they were bound
    expect(() => unsealFrom(column, "row", unbound), column).toThrow();
  }
});

test("values from before they were bound can be opened, until they are resealed for their row", async () => {
  const { db, closeDb, seal, unsealFrom, rotateKeys } = await processWith({ SECRET_KEY: first });
  await db().account.deleteMany({});
  const ids = ["one", "two"];
  await db().account.createMany({ data: ids.map((id) => ({ id, emailSealed: seal("email", `${id}@example.org`) })) });
  const open = async (id: string, place = id) => {
    const { emailSealed } = await db().account.findUniqueOrThrow({ where: { id } });
    return unsealFrom("accounts.emailSealed", place, emailSealed ?? new Uint8Array());
  };
  expect(await open("one")).toBe("one@example.org");
  expect(await rotateKeys()).toEqual({ changed: 2, checked: 2 });
  expect(await rotateKeys()).toEqual({ changed: 0, checked: 2 });
  for (const id of ids) expect(await open(id)).toBe(`${id}@example.org`);
  await expect(open("one", "two")).rejects.toThrow();
  await closeDb();
});

test("every sealed column of the schema is rotated", () => {
  const found: string[] = [];
  for (const file of readdirSync(join("prisma", "schema"))) {
    let model: string[] = [];
    for (const line of readFileSync(join("prisma", "schema", file), "utf8").split("\n")) {
      const column = /^ {2}(\w*[sS]ealed\w*)\s+Bytes/.exec(line)?.[1];
      const table = /@@map\("(\w+)"\)/.exec(line)?.[1];
      if (column) model.push(column);
      if (table) {
        found.push(...model.map((name) => `${table}.${name}`));
        model = [];
      }
    }
  }
  const listed = Object.keys(sealedColumns);
  // its key is in the column sealedKey
  expect(found.filter((name) => name !== "sealed_originals.sealedText").sort()).toEqual([...listed].sort());
});
