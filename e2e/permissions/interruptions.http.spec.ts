import { expect, test } from "@playwright/test";
import { sweepInterruptions } from "@/e2e/permissions/interruption-sweep";

// No browser: every form that takes text, as somebody who may send it, and what may come between.
test("nothing that was typed is lost, whatever comes between a form and its action", async ({ baseURL }) => {
  test.setTimeout(900_000);
  const { forms, faults } = await sweepInterruptions(baseURL ?? "");
  expect(faults).toEqual([]);
  expect(forms.length).toBeGreaterThan(25);
});
