import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { findInTables, readDatabaseLog } from "@/e2e/privacy/database-search";
import { findPlanted, randomWord } from "@/e2e/privacy/planted-text";
import { startSessionAs } from "@/e2e/support/database";
import { publishEdition } from "@/e2e/support/editions";
import { chooseWorkplace, expect, formContaining, test } from "@/e2e/support/fixtures";
import { countMail, mailFolder, waitForMail } from "@/e2e/support/mailbox";
import { siteCookies } from "@/lib/auth/cookie.rules";

// Plants text, names, an address, codes and a network's address in all that a person can send, and looks for them in
// every log, address, header and table. Then searches what all the journeys before left in the logs.
const mark = randomWord();
const word = (name: string) => `${name}${mark}`;
const email = `${word("zephyrine")}@planted.example`;
const address = "203.0.113.77";

const planted: Record<string, string> = {
  published: word("published"),
  held: word("held"),
  withdrawn: word("withdrawn"),
  rejected: word("rejected"),
  toAuthor: word("toauthor"),
  note: word("note"),
  complaint: word("complaint"),
  search: word("search"),
  reply: word("reply"),
  report: word("report"),
  appeal: word("appeal"),
  meeting: word("meeting"),
  sheet: word("sheet"),
  file: word("file"),
  bad: word("bad"),
  email,
  address,
  browser: "PlantedBrowser/7.7",
};

/** Where each may be. What is not listed may be nowhere. */
const allowedPlaces = [
  "appeals.grounds: appeal", // another rep decides by them; for a year
  "comments.searchVector: published",
  "comments.text: published",
  "decision_notes.private: note",
  "decision_notes.toAuthor: toAuthor",
  "meeting_records.name: meeting",
  "meeting_uploads.rows: sheet", // until it is confirmed, and for a day at most
  "reports.details: report", // a rep decides by them; for a year
  "revisions.text: held",
  "revisions.text: published",
  "revisions.text: rejected", // its author may still read it; for a year
  "revisions.text: reply",
];

test("what people send is where it belongs, and nowhere else", async ({ browser }, { project }) => {
  const baseURL = project.use.baseURL ?? "";
  test.setTimeout(300_000);
  const leaks: string[] = [];
  const cookieNames = new Set<string>();
  const context = await browser.newContext({
    userAgent: planted.browser,
    extraHTTPHeaders: { "x-forwarded-for": address, "x-planted": planted.bad ?? "" },
  });
  listen(context, leaks, cookieNames);
  const page = await context.newPage();

  const write = async (text: string) => {
    await page.goto("/strategies/west-midlands/sections/1/write");
    await page.locator("#field-text").fill(text);
    await chooseWorkplace(page, "Dudley");
    await page.getByRole("button", { name: "Check what you wrote" }).click();
    await page.getByRole("button", { name: "I agree and send" }).click();
    await expect(page.getByText("We have received your comment")).toBeVisible();
  };
  await write(`A word that is ${planted.published} for all.`);
  planted.receipt = ((await page.locator("#receipt").textContent()) ?? "").trim();
  for (const name of ["rejected", "withdrawn", "held"]) await write(`A word that is ${planted[name]}.`);
  await page.goto("/my");
  await page
    .getByRole("article")
    .filter({ hasText: planted.withdrawn })
    .getByRole("link", { name: "Withdraw comment" })
    .click();
  await page.getByRole("button", { name: "Withdraw comment" }).click();

  // a rep publishes one, and turns one down
  const staff = await browser.newContext();
  listen(staff, leaks, cookieNames);
  await startSessionAs(staff, "Rep 1 (Unite)", baseURL);
  const desk = await staff.newPage();
  const open = async (text = "") => {
    await desk.goto(`${baseURL}/moderation`);
    for (;;) {
      const link = desk.getByRole("link").filter({ hasText: text });
      if (await link.count()) return link.first().click();
      const address = desk.url();
      await desk.getByRole("link", { name: "Load more" }).click();
      await expect(desk).not.toHaveURL(address); // else the next page is passed over
    }
  };
  await open(planted.published);
  await desk.getByRole("button", { name: "Publish", exact: true }).click();
  await open(planted.rejected);
  await desk.getByLabel("Reason").selectOption({ label: "It insults someone" });
  await desk.getByLabel("Message to the author").fill(`Say ${planted.toAuthor} less.`);
  await desk.getByLabel("Private note").fill(`About ${planted.note}.`);
  await desk.getByRole("button", { name: "Reject", exact: true }).click();
  await desk.getByRole("button", { name: "Confirm: Reject" }).click();

  await publishEdition();

  // somebody else reports it and replies, and its author appeals against what was turned down
  await page.goto("/my");
  await page.getByRole("link", { name: "View in thread", exact: true }).click();
  const thread = new URL(page.url()).pathname; // the address leads on to the comment
  const witness = await browser.newContext({
    userAgent: planted.browser,
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  listen(witness, leaks, cookieNames);
  const other = await witness.newPage();
  await other.goto(baseURL + thread);
  await other.getByRole("link", { name: /^Report the comment/ }).click();
  await other.getByRole("radio").first().check();
  await other.locator("#field-details").fill(`It is ${planted.report}.`);
  await other.getByRole("button", { name: "Report it" }).click();
  await expect(other.getByRole("heading", { name: "We have received your report" })).toBeVisible();
  await other.goto(`${baseURL}${thread}/reply`);
  await other.locator("#field-text").fill(`A word that is ${planted.reply}.`);
  await other.getByRole("button", { name: "Check what you wrote" }).click();
  await other.getByRole("button", { name: "I agree and send" }).click();
  await expect(other.getByText("We have received your comment")).toBeVisible();
  for (const { name, value } of await witness.cookies()) planted[`cookie ${name} of the witness`] = value;
  await page.goto("/my");
  await page.getByRole("link", { name: "Appeal, or check your appeal" }).click();
  await page.getByLabel("Why is it wrong?").fill(`Because ${planted.appeal}.`);
  await page.getByRole("button", { name: "Send appeal" }).click();
  await expect(page.getByRole("main")).toContainText("Another rep is reading it");

  // a rep brings in a sheet, under a name that reveals too much, and confirms it; and one that cannot be read
  await desk.goto(`${baseURL}/unions/meetings`);
  await desk.locator("#field-strategy").selectOption("west-midlands");
  await desk.locator("#field-name").fill(planted.meeting ?? "");
  await desk.getByRole("checkbox").check();
  await desk.getByRole("button", { name: "Start" }).click();
  await desk
    .getByRole("link", { name: /upload|CSV|file/i })
    .first()
    .click();
  const upload = desk.url();
  for (const stance of [planted.bad, "for"]) {
    await desk.goto(upload);
    const rows = `comment,section,stance,district\r\nA word that is ${planted.sheet}.,1,${stance},`;
    const sheet = { name: `${planted.file}.csv`, mimeType: "text/csv", buffer: Buffer.from(rows) };
    await desk.locator("#field-file").setInputFiles(sheet);
    await desk.getByRole("button", { name: "Upload and check" }).click();
  }
  await expect(desk.getByRole("heading", { name: "Check your file" })).toBeVisible();

  // back by receipt, a complaint, a search, an address, a code, and much that is wrong
  await page.goto("/complaints");
  await page.locator("#field-text").fill(`You ${planted.complaint}.`);
  await page.getByRole("button", { name: "Send the complaint" }).click();
  for (const { name, value } of await context.cookies()) planted[`cookie ${name}`] = value;
  await context.clearCookies();
  await page.goto("/sign-in");
  await page.locator("#field-receipt").fill(planted.receipt);
  await formContaining(page, "#field-receipt").getByRole("button").click();
  for (const wrong of [`${planted.bad}`, `not an address ${planted.bad}`]) {
    await page.goto("/sign-in");
    await page.locator("#field-receipt").fill(wrong);
    await formContaining(page, "#field-receipt").getByRole("button").click();
    await page.locator("#field-email").fill(wrong);
    await formContaining(page, "#field-email").getByRole("button").click();
  }
  const before = countMail(email);
  await page.goto("/sign-in");
  await page.locator("#field-email").fill(email);
  await formContaining(page, "#field-email").getByRole("button").click();
  const mail = await waitForMail(email, before);
  planted["sign-in link"] = /\/sign-in\/link\/(\S+)/.exec(mail.text)?.[1] ?? "no link";
  await page.goto(`/sign-in/link/${planted["sign-in link"]}`);
  await page.goto("/sign-in/code");
  await page.locator("#field-code").fill(/code is ([0-9A-Z]{4} [0-9A-Z]{4})\b/.exec(mail.text)?.[1] ?? "");
  await formContaining(page, "#field-code").getByRole("button").first().click();
  await page.goto("/my/data");
  await expect(page.getByRole("main")).toContainText(email);
  for (const { name, value } of await context.cookies()) planted[`cookie ${name} again`] = value;
  await page.goto(`/strategies/west-midlands/comments?q=${planted.search}`);
  await page.goto(`/find?q=${planted.search}`);

  const { request } = context;
  const hostilePaths = [
    `/${planted.bad}`,
    `/strategies/${planted.bad}`,
    `/strategies/west-midlands/threads/${planted.bad}`,
    `/strategies/west-midlands/threads/%00${planted.bad}`,
    `/leps/${email}`,
    `/api/v1/strategies/${planted.bad}/comments`,
    `/api/v1/strategies/west-midlands/comments?cursor=${planted.bad}`,
    `/api/v1/leps/%ff${planted.bad}/summary`,
    `/transparency/west-midlands?before=${planted.bad}`,
    `/unsubscribe/${planted.bad}`,
  ];
  for (const path of hostilePaths) expect((await request.get(path)).status(), path).toBeLessThan(500);
  const own = { origin: baseURL, "sec-fetch-site": "same-origin" };
  for (const data of [`{"${planted.bad}`, "x".repeat(300_000), `$ACTION_ID_${planted.bad}`]) {
    for (const type of ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
      await request.post("/my/receipt", { data, headers: { ...own, "content-type": type } });
  }
  await request.post("/complaints", {
    multipart: { [`$ACTION_ID_${"0".repeat(40)}`]: "", text: planted.bad ?? "" },
    headers: own,
  });
  await request.post("/my", { form: { comment: planted.bad ?? "" }, headers: { origin: "https://elsewhere.example" } });
  const secrets = Object.keys(planted).filter((name) => name !== "published");
  await expectNothingPublic(browser, planted, secrets);
  for (const one of [context, staff, witness]) await one.close();

  expect([...(await findInTables(planted))].sort()).toEqual(allowedPlaces);
  expect(leaks).toEqual([]);
  expect([...cookieNames].filter((name) => !siteCookies.some((cookie) => cookie.name === name))).toEqual([]);
  expect(mail.subject).not.toMatch(/table|union|strategy|comment/i);
  expect(findPlanted(JSON.stringify({ ...mail, to: "" }), { ...planted, "sign-in link": "elsewhere" })).toEqual([]);
  // the log is written in blocks, a second later at the latest
  await expect
    .poll(
      () =>
        readServerLog()
          .split("\n")
          .filter((line) => line.includes('"/complaints"')).length,
    )
    .toBeGreaterThan(1);
  expect(findPlanted(readServerLog(), planted)).toEqual([]);
  expect(findPlanted(await readDatabaseLog(), planted)).toEqual([]);
});

test("after all journeys the logs hold no address, code, network or words of anybody", async () => {
  const patterns = {
    "an email address": /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
    "a code or receipt": /\b[0-9A-HJKMNP-TV-Z]{26}\b/,
    "a network address": /\b(?!127\.0\.0\.1|0\.0\.0\.0)(?:\d{1,3}\.){3}\d{1,3}\b/,
    "a path below a pattern's name": /"route":"[^"]*(?:west-midlands|cornwall|black-country)/,
    "a query": /"route":"[^"]*\?/,
    "a cookie": /"(set-)?cookie"|authorization/i,
  };
  const lines = [...readServerLog().split("\n"), ...(await readDatabaseLog()).split("\n")];
  expect(lines.length).toBeGreaterThan(100);
  const found = Object.entries(patterns).flatMap(([what, pattern]) => {
    const bad = lines.filter((line) => pattern.test(line.replace(/"stack":\[.*?\]/g, "")));
    return bad.length ? [`${what}: ${bad.length} lines, such as ${bad[0]?.slice(0, 300)}`] : [];
  });
  expect(found).toEqual([]);
  const subjects = readdirSync(mailFolder).map(
    (name) => JSON.parse(readFileSync(join(mailFolder, name), "utf8")).subject,
  );
  for (const subject of new Set(subjects)) expect(subject).not.toMatch(/union|strategy|comment|work|@/i);
});

const readServerLog = () => readFileSync(join(".data", "e2e", "output.log"), "utf8");

/** Every answer's headers, and every address gone to that we did not type ourselves. */
function listen(context: BrowserContext, leaks: string[], cookieNames: Set<string>): void {
  context.on("response", async (response) => {
    const headers = await response.headersArray().catch(() => []);
    for (const { name, value } of headers) {
      if (name.toLowerCase() === "set-cookie") {
        cookieNames.add(value.split("=")[0] ?? "");
        continue;
      }
      const found = findPlanted(value, planted);
      if (found.length) leaks.push(`${name}: ${found} at ${response.url()}`);
    }
    const typed = /\?q=|sign-in\/link/.test(response.url());
    const found = typed ? [] : findPlanted(response.url(), planted);
    if (found.length) leaks.push(`address: ${found}`);
  });
}

/** A stranger reads every public page and answer about it. */
async function expectNothingPublic(
  browser: import("@playwright/test").Browser,
  all: Record<string, string>,
  names: string[],
): Promise<void> {
  const stranger = await browser.newContext();
  const secret = Object.fromEntries(names.map((name) => [name, all[name] ?? ""]));
  const list = "/api/v1/strategies/west-midlands/comments";
  const first = await (await stranger.request.get(list)).text();
  expect(first).toContain("threadId");
  const pages = [
    "/",
    "/strategies/west-midlands",
    "/strategies/west-midlands/sections/1",
    "/strategies/west-midlands/comments",
    `/strategies/west-midlands/comments?q=${all.published}`,
    "/leps/black-country",
    "/leps/black-country/paper",
    "/leps/black-country/summary.csv",
    "/transparency/west-midlands",
    list,
    "/api/v1/leps/black-country/summary",
    "/api/v1/transparency/west-midlands/record",
    "/api/v1/transparency/west-midlands/record/heads",
    "/complaints",
    "/my/sent",
  ];
  for (const path of pages)
    expect(findPlanted(await (await stranger.request.get(path)).text(), secret), path).toEqual([]);
  await stranger.close();
}
