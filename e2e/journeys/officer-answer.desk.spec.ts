import { randomBytes } from "node:crypto";
import { parse } from "csv-parse/sync";
import { runSql, startSessionAs } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

// The officer's job: see what waits, answer it, have a colleague read it, and everybody can.
test("an officer answers a theme, a second one publishes it, and everybody reads it and its feed", async ({
  page,
  context,
  request,
  baseURL,
}) => {
  const mark = randomBytes(4).toString("hex");
  await startSessionAs(context, "Officer, Greater Manchester Combined Authority", baseURL ?? "");
  await page.goto("/officer");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  const theme = page.locator('main a[href$="point=skills"]');
  const name = ((await theme.locator(".link").textContent()) ?? "").replace("Answer: ", "").trim();
  await theme.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByRole("link", { name: /^Read the/ })).toHaveAttribute("href", /comments\?theme=/);

  await page.getByLabel("Accepted", { exact: true }).check();
  await page.locator("#field-why").fill(`You said it, and we heard it (${mark}).`);
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.locator("#field-changed-error")).toContainText("Say what changed");
  await expect(page.locator("#field-why")).toHaveValue(new RegExp(mark));
  await expect(page.getByLabel("Accepted", { exact: true })).toBeChecked();
  await expectNoViolations(page);
  await page.locator("#field-changed").fill("The next version says so.");
  await page.locator("#field-paragraph").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("This is waiting for a second officer.")).toBeVisible();
  await expect(page.getByText("You wrote this, so another officer must review it.")).toBeVisible();
  await expectNoViolations(page);
  const draft = page.url();
  await page.goto("/strategies/greater-manchester/answers");
  await expect(page.getByRole("main")).not.toContainText(mark);
  await context.clearCookies();

  await startSessionAs(context, "Second officer, Greater Manchester Combined Authority", baseURL ?? "");
  await page.goto(draft);
  await page.getByRole("button", { name: "Approve and publish" }).click();
  await expect(page.getByText("Everyone can read it in the answers.")).toBeVisible();
  await context.clearCookies();

  await page.goto("/strategies/greater-manchester/answers");
  const answer = page.getByRole("article").filter({ hasText: mark });
  await expect(answer).toContainText("The next version says so.");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await answer.getByRole("link", { name: /^Read it in section/ }).click();
  await expect(page).toHaveURL(/\/sections\/\d+#paragraph-/);
  for (const path of ["/strategies/greater-manchester/answers.atom", "/leps/greater-manchester/answers.atom"]) {
    const feed = await request.get(path);
    expect(feed.headers()["content-type"]).toContain("application/atom+xml");
    expect(await feed.text()).toContain(mark);
  }
});

test("an officer notes and tags a thread, and takes the notes away", async ({ page, context, request, baseURL }) => {
  const mark = `-1+${randomBytes(4).toString("hex")}`; // a spreadsheet would run it
  await startSessionAs(context, "Second officer, Cornwall and Isles of Scilly LEP", baseURL ?? "");
  const tag = `${"bus".repeat(10)} ${mark.slice(3)}`; // a word as wide as a phone
  await page.goto("/officer/strategies/cornwall-scilly");
  await expectNoViolations(page);
  await page
    .getByRole("link", { name: /^(Add notes and tags|\d+ notes?)/ })
    .first()
    .click();
  await page.locator("#field-note").fill("  ");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page.locator("#field-note-error")).toContainText("Write the note.");
  await page.locator("#field-note").fill(mark);
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByRole("article").filter({ hasText: mark })).toBeVisible();
  await page.locator("#field-tag").fill(tag.toUpperCase());
  await page.getByRole("button", { name: "Add tag" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: tag })).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  const saved = await page.request.get("/officer/notes/cornwall-scilly");
  const file = await saved.text();
  expect(file).toContain(mark);
  expect(file).toContain("-1+");
  expect(file).toContain("/strategies/cornwall-scilly/threads/");
  // no cell is a formula, whichever note on the thread begins it
  const cells = parse(file, { bom: true }).flat() as string[];
  expect(cells.filter((cell) => /^[-+=@\t\r]/.test(cell))).toEqual([]);
  expect((await request.get("/officer/notes/cornwall-scilly")).status()).toBe(404);
  expect((await page.request.get("/officer/notes/west-midlands")).status()).toBe(404);
  // the list by tag, by theme and by words has the thread; with another LEP, theme or view it may not
  const thread = page.url().split("/").at(-1) ?? "";
  await page.goto("/officer/strategies/cornwall-scilly");
  await page.getByText("Search, sort and filter").click();
  await page.getByLabel("Tag").selectOption(tag);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("article").getByRole("link")).toHaveAttribute("href", new RegExp(`/threads/${thread}$`));
  await expectNoHorizontalScroll(page);
  await page.goto(`/officer/strategies/cornwall-scilly?tag=${encodeURIComponent(tag)}&q=zyzzyva`);
  await expect(page.getByText("There are no comments that match.")).toBeVisible();
  await page.goto(`/officer/strategies/cornwall-scilly/threads/${thread}`);
  await page.getByRole("button", { name: `Remove the tag ${tag}` }).click();
  await expect(page.getByRole("listitem").filter({ hasText: tag })).toHaveCount(0);

  await page.goto("/officer");
  await page.getByRole("button", { name: "Mark as read" }).click();
  await expect(page.getByText(/when you last marked it as read/).first()).toBeVisible();
});

test("an officer sees what moved between two releases", async ({ page, context, baseURL }) => {
  const release = (number: number, cells: unknown[]) =>
    `('solent-${number}', 'solent', ${number}, '1', '{}', '', '{"themes":["people"],"sectors":["care"],"districts":["E07000086"]}', '${JSON.stringify(cells)}')`;
  const [before, after] = [
    release(1, [["any", "all", "all", 20]]),
    release(2, [
      ["any", "all", "all", 30],
      ["any", "care", "all", 10],
    ]),
  ];
  await runSql(`INSERT INTO releases (id, "lepId", number, method, parameters, note, family, cells)
    VALUES ${before}, ${after} ON CONFLICT DO NOTHING`);
  await startSessionAs(context, "Officer, Cornwall and Isles of Scilly LEP", baseURL ?? "");
  await page.goto("/officer");
  await expect(page.getByRole("link", { name: "Cornwall and Isles of Scilly: the summary" })).toBeVisible();
  await page.goto("/officer/releases");
  await page.getByLabel("Body").selectOption("solent");
  await page.getByRole("button", { name: "Choose" }).click();
  const row = (name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  await expect(row("Everyone who took part in Solent").getByRole("cell")).toHaveText(["20", "30", "10 more"]);
  await expect(row("NHS and care").getByRole("cell")).toHaveText(["not shown", "10", "shown now"]);
  await expect(row("Eastleigh").getByRole("cell").last()).toHaveText("not shown in either");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByLabel("One release").selectOption("2");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(row("Everyone who took part in Solent").getByRole("cell").last()).toHaveText("as it was");
});
