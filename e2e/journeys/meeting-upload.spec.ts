import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { zipSync } from "fflate";
import { startSessionAs } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, takeScreenshot, test } from "@/e2e/support/fixtures";

const hasScripts = () => test.info().project.use.javaScriptEnabled !== false;
const csv = (...lines: string[]) => Buffer.from(lines.join("\r\n"));
const heading = "comment,section,stance,district";

// What a rep's own files may hold: each is accepted, or refused with a message on what to do.
test("each bad file gets its own message, and a good one is shown before anything is recorded", async ({
  page,
  context,
  baseURL,
  allowed,
}) => {
  test.slow();
  allowed.push(/413/, /404/); // the plain page has no picture for the tab, and the browser asks for one
  await startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  await page.goto("/unions/meetings");
  await page.locator("#field-strategy").selectOption("west-midlands");
  await page.locator("#field-name").fill("Canteen");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Start" }).click();
  await page
    .getByRole("link", { name: /upload|CSV|file/i })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Upload comments" })).toBeVisible();
  const upload = page.url();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.locator("#error-summary")).toContainText("Choose a file.");

  const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(60_000_000) });
  expect(bomb.length).toBeLessThan(1_000_000);
  const refused: [name: string, file: Buffer, expectedMessage: string][] = [
    ["photo.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "This is not a CSV or XLSX file."],
    ["bomb.xlsx", Buffer.from(bomb), "too large when it is unpacked"],
    ["old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "Save it as .xlsx"],
    ["columns.csv", csv("words,section", "The bus,1"), "The heading has no column “comment”."],
    ["rows.csv", csv(heading, "The bus,99,for,", "The tram,,for,"), "Give the number of a section"],
    ["far.xlsx", Buffer.from(farCell()), "something in cell XFD20000. We read 100 columns at most."],
    ["quote.csv", csv(heading, '"The bus,1,for,'), "a quotation mark is opened and not closed"],
  ];
  for (const [name, buffer, expectedMessage] of refused) {
    await send(page, { name, mimeType: "application/octet-stream", buffer });
    await expect(page.getByRole("main")).toContainText(expectedMessage);
    await takeScreenshot(page, name);
    if (name === "rows.csv") await expectNoViolations(page);
    await expectNoHorizontalScroll(page);
  }

  const folder = mkdtempSync(join(tmpdir(), "upload-"));
  try {
    const large = join(folder, "large.csv");
    writeFileSync(large, heading);
    truncateSync(large, 100_000_000);
    await page.goto(upload);
    await page.locator("#field-file").setInputFiles(large);
    await page.getByRole("button", { name: "Upload and check" }).click();
    if (hasScripts()) await expect(page.getByText("The limit is 1 MB. Nothing was sent.")).toBeVisible();
    else await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is too long");
    await takeScreenshot(page, "large");
  } finally {
    rmSync(folder, { recursive: true });
  }

  await page.goto(upload);
  const windows = Buffer.from(
    `${heading},name\r\n"It\u0092s \u00a35 a day, \u0093free\u0094 they said",1,for,,Ann Bell\r\n=1+1,1,,,\r\n=1+1,1,,,\r\nNo bus, no job,1,,,\r\nTrams,1,maybe,,`,
    "latin1",
  );
  await send(page, { name: "windows.csv", mimeType: "text/csv", buffer: windows });
  await expect(page.getByRole("heading", { name: "Check your file" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("We read it as Windows-1252");
  await expect(page.getByRole("main")).toContainText("It’s £5 a day, “free” they said");
  await expect(page.getByRole("row", { name: /E name 1 Left out/ })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Ann Bell");
  await expect(page.getByRole("row", { name: /^6 stance/ })).toContainText("its stance");
  await expect(page.getByRole("group", { name: /^1 row is the same as an earlier one/ })).toBeVisible();
  await page.getByLabel("Comments from different people. Record them all.").check();
  await expect(page.getByRole("cell", { name: "=1+1" }).first()).toBeVisible(); // text stays text
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await takeScreenshot(page, "windows");
  await page.getByRole("button", { name: "Record all" }).click();
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  // a script brings the page up to date; without one, the link does
  await expect(async () => {
    if (!hasScripts()) await page.reload();
    await expect(page.getByRole("heading", { name: "All comments recorded" })).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
  await expectNoViolations(page);
});

/** A sheet of 1 kB with one cell far to the right and down. */
function farCell(): Uint8Array {
  const part = (text: string) => new TextEncoder().encode(text);
  return zipSync({
    "xl/workbook.xml": part('<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": part(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/worksheets/sheet1.xml": part(
      '<worksheet><sheetData><row r="20000"><c r="XFD20000" t="str"><v>x</v></c></row></sheetData></worksheet>',
    ),
  });
}

async function send(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.locator("#field-file").setInputFiles(file);
  await page.getByRole("button", { name: "Upload and check" }).click();
}
