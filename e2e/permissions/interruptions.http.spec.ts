import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { sweepInterruptions } from "@/e2e/permissions/interruption-sweep";
import { interruptionTable } from "@/e2e/permissions/interruption-table";
import { type IsolatedService, startIsolatedService } from "@/e2e/permissions/isolated-service";
import { sweepOutage } from "@/e2e/permissions/outage-sweep";

// No browser, and a service of their own: strategies close, and the database goes away.

const file = join("docs", "interruptions.md");
let service: IsolatedService;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  service = await startIsolatedService("interruptions");
});
test.afterAll(() => service.stop());

test("while the database is away every page, route and action says so, and signs nobody in or out", async () => {
  test.setTimeout(300_000);
  await service.cutDatabase();
  const { faults, requests } = await sweepOutage(service);
  await service.restoreDatabase();
  expect(faults).toEqual([]);
  expect(requests).toBeGreaterThan(230);
});

// every form that takes text, as somebody who may send it, and what may come between
test("nothing that was typed is lost, whatever comes between a form and its action", async () => {
  test.setTimeout(300_000);
  const { found, faults } = await sweepInterruptions(service);
  const table = interruptionTable(found);
  if (["all", "changed"].includes(test.info().config.updateSnapshots)) writeFileSync(file, table);
  expect(faults).toEqual([]);
  expect(found.size).toBeGreaterThan(25);
  expect(readFileSync(file, "utf8")).toBe(table);
});
