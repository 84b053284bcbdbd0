import { createServer, type Server, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { runSql } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";
import { hiddenFields } from "@/scripts/bench/http-requests";

// Twenty-one new people on one network in a quarter of an hour: from then on it takes a puzzle, or an account. To be
// on a network of our own we come through a proxy with an address of its own.
const networks: Record<string, string> = { phone: "127.0.0.31", "no-js": "127.0.0.32" };
let proxy: Server;
let origin = "";

test.beforeAll(async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? "");
  const localAddress = networks[test.info().project.name];
  proxy = createServer((req, res) => {
    const { url: path, method } = req;
    const headers = { ...req.headers, "x-forwarded-for": localAddress };
    const forwarded = send({ host: "127.0.0.1", port, path, method, headers, localAddress }, (upstream) => {
      res.writeHead(upstream.statusCode ?? 500, upstream.headers);
      upstream.pipe(res);
    });
    forwarded.on("error", () => res.destroy());
    req.pipe(forwarded);
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => proxy.once("listening", ready));
  origin = `http://localhost:${(proxy.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  proxy.closeAllConnections();
  proxy.close();
});

test("after twenty new people on one network a browser solves a puzzle by itself; without scripts two ways are named", async ({
  page,
  allowed,
}) => {
  allowed.push(new RegExp(`^somebody else's: ${origin}/`)); // the proxy, which leads to us
  for (let n = 0; n < 20; n++) await reactAsNew();
  await page.goto(`${origin}/strategies/west-midlands/react`);
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  if (test.info().project.use.javaScriptEnabled === false) {
    await expect(page.getByRole("main")).toContainText("Your reaction is not counted yet");
    await expect(page.getByRole("main")).toContainText("wait 15 minutes");
    await expect(page.getByRole("link", { name: "sign in by email" })).toBeVisible();
  } else {
    await expect(page.locator("#receipt")).toBeVisible({ timeout: 60_000 });
  }
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
});

/** Presses "Agree" as somebody new, as a form without scripts does. */
async function reactAsNew(): Promise<void> {
  const address = `${origin}/strategies/west-midlands/react`;
  const html = await (await fetch(address)).text();
  const form = new FormData();
  for (const [name, value] of hiddenFields(html)) form.append(name, value);
  form.append("value", "agree");
  const response = await fetch(address, {
    method: "POST",
    body: form,
    headers: { origin, "sec-fetch-site": "same-origin" },
  });
  expect(await response.text()).toContain('id="receipt"');
}

test("after forty first comments of one network a browser solves a puzzle and sends; without scripts the text and its paragraph stay, and the ways are named", async ({
  page,
  allowed,
}) => {
  allowed.push(new RegExp(`^somebody else's: ${origin}/`));
  const section = `${origin}/strategies/west-midlands/sections/2`;
  const text = "A bus at five would let me take the early shift.";
  for (let n = 0; n < 40; n++) await sendOutdatedComment(`${section}/write/send`);
  await page.goto(section);
  await page.getByRole("link", { name: /^Comment on this ?: paragraph 1$/ }).click();
  const paragraph = new URL(page.url()).searchParams.get("paragraph") ?? "";
  const quote = page.getByRole("main").locator("blockquote p").last();
  const quoted = (await quote.textContent()) ?? "";
  await page.getByLabel("Your comment").fill(text);
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await page.getByRole("button", { name: "I agree and send" }).click();
  if (test.info().project.use.javaScriptEnabled === false) {
    await expect(page.getByRole("main")).toContainText("Your comment is not sent yet");
    await expect(page.getByRole("main")).toContainText(text);
    await expect(quote).toHaveText(quoted);
    await expect(page.locator('input[name="paragraph"]')).toHaveValue(paragraph);
    await expect(page.getByRole("link", { name: "sign in by email" })).toBeVisible();
    await expectNoViolations(page);
    await expectNoHorizontalScroll(page);
  } else {
    await expect(page.getByText("We have received your comment")).toBeVisible({ timeout: 60_000 });
    const onParagraph = `SELECT count(*)::int AS n FROM threads JOIN comments ON "threadId" = threads.id
      JOIN revisions ON "commentId" = comments.id WHERE threads."paragraphId" = '${paragraph}' AND revisions.text = '${text}'`;
    expect((await runSql(onParagraph))[0]?.n).toBe(1);
  }
});

/** Sends a comment on text that has changed since: it counts and is not stored. The cookie is that of the step before. */
async function sendOutdatedComment(address: string): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ text: "Too late.", versionId: "gone", formId: "x".repeat(22) }))
    form.set(name, value);
  const headers = { origin, "sec-fetch-site": "same-origin", cookie: "sent=checked" };
  const response = await fetch(address, { method: "POST", body: form, headers, redirect: "manual" });
  expect(response.status).toBe(307);
}
