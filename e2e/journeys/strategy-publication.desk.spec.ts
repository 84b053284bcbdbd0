import { randomBytes } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { addRep, startSessionAs } from "@/e2e/support/database";
import { publishEdition } from "@/e2e/support/editions";
import { expect, expectNoHorizontalScroll, expectNoViolations, signOut, test } from "@/e2e/support/fixtures";

const first = "Officer, West Midlands Combined Authority";
const second = "Second officer, West Midlands Combined Authority";

// the smallest picture there is: one dot
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const cells = (...texts: string[]) =>
  `<table:table-row>${texts.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join("")}</table:table-row>`;
const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x" xmlns:style="s"><office:automatic-styles><style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles><office:body><office:text>
<text:p text:style-name="Title">The plan</text:p><text:h>Getting to work</text:h><text:p>The first bus leaves at five in the morning.</text:p>
<table:table>${cells("Line", "First bus")}${cells("87", "05:00")}</table:table>
<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>
<text:h>Learning a trade</text:h><text:p>Everybody can learn a trade near home. We close <text:span text:style-name="T1">two</text:span> no colleges.</text:p></office:text></office:body></office:document-content>`;
const odt = Buffer.from(
  zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(content),
    "Pictures/a.png": Uint8Array.from(dot),
  }),
);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });

// The lead body's job: bring in a strategy, have it checked by somebody else, and open it to those who work there.
test("officers write, check and open a strategy, and move its closing day", async ({ page, context, baseURL }) => {
  const area = `Area ${randomBytes(4).toString("hex")}`;
  await startSessionAs(context, first, baseURL ?? "");
  await page.goto("/officer");
  await page.getByRole("link", { name: "Publish a strategy" }).click();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: "Start a new strategy" }).click();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.locator("#field-areaName-error")).toContainText("Say which area");
  await expectNoViolations(page);
  await page.locator("#field-areaName").fill(area);
  await page.locator("#field-body").selectOption("west-midlands");
  await page.locator("#field-kind").selectOption("local-industrial-strategy");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(area);
  await expect(page.getByText("Add the text of the strategy.")).toBeVisible();
  const desk = page.url();

  await page.getByRole("link", { name: /^Add the text/ }).click();
  await page.getByRole("button", { name: "Find sections" }).click();
  await expect(page.locator("#field-text-error")).toContainText("Paste the text");
  await page.locator("#field-file").setInputFiles(file("plan.odt", Buffer.from("%PDF-1.7")));
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.locator("#field-file-error")).toContainText("We cannot read PDFs");
  await expectNoViolations(page);
  await page.locator("#field-file").setInputFiles(file("plan.odt", odt));
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByRole("heading", { name: "Check what we cannot import" })).toBeVisible();
  await expect(
    page.getByRole("row", { name: /“Learning a trade”, at paragraph 1 Struck-out text .*“two”/ }),
  ).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Import the rest" }).click();
  await expect(page.getByRole("link", { name: "Getting to work", exact: true })).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: /^Up ?: Learning/ }).click();

  for (const [title, foundation] of [
    ["Learning a trade", "people"],
    ["Getting to work", "infrastructure"],
  ] as const) {
    await page.getByRole("link", { name: title, exact: true }).click();
    await page.locator("#field-summary").fill(`What is said of ${title.toLowerCase()}.`);
    await page.locator("#field-foundation").selectOption(foundation);
    const picture = page.getByLabel(/a picture: describe what it shows/);
    if (await picture.isVisible()) await picture.fill("A map of the night buses");
    await expectNoViolations(page);
    await expectNoHorizontalScroll(page);
    await page.getByRole("button", { name: "Save section" }).last().click();
  }

  await page.getByRole("link", { name: "Getting to work", exact: true }).click();
  await page.getByRole("button", { name: "Add a funding line" }).click();
  await page.getByRole("button", { name: "Save section" }).last().click();
  await expect(page.getByText("Give this fund a name.").first()).toBeVisible();
  await page.getByLabel("Name of the fund").fill("A fund for buses");
  await page.getByLabel("Amount").fill("£2 million");
  await page.getByLabel("How it is shared").selectOption("head");
  await page.getByLabel("Who gets it").fill("Councils");
  await page.getByLabel("When it is decided, and who decides").fill("In March, by the board");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Save section" }).last().click();

  await page.getByRole("link", { name: /^What it is, who to contact/ }).click();
  await page.locator("#field-title").fill("Draft for consultation");
  await page.locator("#field-summary").fill("What the area does for work.");
  await page.locator("#field-canChange").fill("The first bus. The money is decided.");
  await page.locator("#field-contact").fill("The strategy team");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator("#field-closesOn-error")).toContainText("Enter the closing date");
  await expect(page.locator("#field-contact")).toHaveValue("The strategy team");
  await expectNoViolations(page);
  await page.locator("#field-closesOn").fill("2098-03-31");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("You changed it last, so another person must check it.")).toBeVisible();

  await page.getByRole("link", { name: /^Preview/ }).click();
  await expect(page.getByText("Open for comments until 11:59pm on 31 March 2098")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "First bus" })).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  await context.clearCookies();
  await page.goto("/strategies");
  await expect(page.getByRole("main")).not.toContainText(area);

  await startSessionAs(context, second, baseURL ?? "");
  await page.goto(desk);
  await page.getByRole("button", { name: "I have read it all and it is correct" }).click();
  await expect(page.getByText(`Checked by ${second}.`)).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Open now" }).click();
  await expect(page).toHaveURL(/\/strategies\/area-[0-9a-f]+$/);
  const open = page.url();
  await expect(page.getByText("The text is from")).toBeVisible();

  await page.goto(desk);
  await page.locator("#field-closesOn").fill("2098-04-30");
  await page.getByRole("button", { name: "Change the closing date" }).click();
  await expect(page.locator("#field-reason-error")).toContainText("Give a reason");
  await page.locator("#field-reason").fill("The unions asked for a month more.");
  await page.getByRole("button", { name: "Change the closing date" }).click();
  await expect(page.getByText("It closes at 11:59pm on 30 April 2098.")).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  // unions or an admin choose when reps read comments, not the officers
  await startSessionAs(context, "Admin", baseURL ?? "");
  await page.goto(open.replace("/strategies/", "/unions/moderation/"));
  await page.getByLabel("After they are published").check();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/unions\/moderation$/);

  await context.clearCookies();
  await page.goto(open);
  await expect(page.getByText("Reason: The unions asked for a month more.")).toBeVisible();
  await expectNoViolations(page);
  await expect(page.getByRole("heading", { name: "Funding" })).toBeVisible();
  await page.getByRole("link", { name: "Getting to work" }).click();
  await expect(page.getByText("per person: an amount for each person who lives there")).toBeVisible();
  await expect(page.getByRole("cell", { name: "05:00" })).toBeVisible();
  const picture = page.getByRole("img", { name: "A map of the night buses" });
  await expect(picture).toBeVisible();
  const response = await page.request.get((await picture.getAttribute("src")) ?? "");
  expect([response.status(), response.headers()["content-type"]]).toEqual([200, "image/png"]);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  // here a comment is published before a rep has read it, and the form warns its writer; a rep checks it afterwards
  const typedText = `The first bus is too late for the wards (${area}).`;
  const main = page.getByRole("main");
  await page.getByRole("link", { name: "Say what you think" }).click();
  await page.locator("#field-text").fill(typedText);
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(main).toContainText(
    "We publish it when you send it, and everyone can see it from the next morning. A union rep checks it afterwards.",
  );
  await page.getByRole("button", { name: "I agree and send" }).click();
  await expect(main).toContainText(/This is published\. Everyone can see it .+, and a union rep will check it soon\./);
  await expectNoViolations(page);
  const author = await context.cookies();
  await publishEdition(area.toLowerCase().replace(" ", "-"));
  await page.getByRole("link", { name: "See what is happening with your comment" }).click();
  await page.getByRole("link", { name: "View in thread" }).click();
  await expect(page).toHaveURL(/\/threads\//);
  const thread = page.url();
  await signOut(page);
  await page.goto(thread);
  await expect(main).toContainText(typedText);
  const rep = `Rep of ${area}`;
  await addRep(rep, "unite");
  await startSessionAs(context, rep, baseURL ?? "");
  await page.goto("/moderation?kind=check");
  const link = page.getByRole("link").filter({ hasText: typedText });
  while (!(await link.count())) await page.getByRole("link", { name: "Load more" }).click();
  await link.click();
  await page.getByLabel("Reason").selectOption({ label: "It is not about this strategy" });
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: "Confirm: Remove" }).click();
  await expect(page).toHaveURL(/[?&]decided=/);
  await signOut(page);
  await page.goto(thread);
  await expect(main).toContainText("A rep removed this comment.");
  await expect(main).not.toContainText(typedText);
  await context.addCookies(author);
  await page.goto("/my");
  await expect(main).toContainText("A rep removed your comment.");
  await expect(main).toContainText("you can appeal once");
});
