import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { formOf, type HttpBrowser, type HttpPage, openHttpBrowser } from "@/e2e/support/http-browser";
import { countMail, waitForMail } from "@/e2e/support/mailbox";

// A sign-in mail in the wrong hands: another browser, whoever reads the mail, and programs that open and press what is
// in it. Nobody is let in who did not ask, and whoever did still is.

const elsewhere = "Use your other browser";
const usedUp = "This link no longer works";
const newAddress = () => `link-${randomBytes(6).toString("hex")}@example.org`;

/** Asks for a mail in this browser. @returns the path of its link, its code, and the page that wants the code */
async function ask(browser: HttpBrowser, email: string, to = "") {
  const before = countMail(email);
  const page = await browser.get(`/sign-in${to && `?to=${to}`}`);
  const codePage = await browser.follow(await browser.submit(page, 'name="email"', { email }));
  const { text } = await waitForMail(email, before);
  const link = new URL(/https?:\S+\/sign-in\/link\/\w+/.exec(text)?.[0] ?? "").pathname;
  return { link, code: (/code is ([0-9A-Z]{4} [0-9A-Z]{4})\b/.exec(text)?.[1] ?? "").replace(" ", ""), codePage };
}

const isIn = (page: HttpPage) => page.status === 200 && page.text.includes("Only you can see this page");
const letsNobodyIn = (browser: HttpBrowser, page: HttpPage) => {
  expect(page.cookies.join()).not.toMatch(/session=[^;]/);
  expect(browser.cookie("session")).toBeUndefined();
};

test("a link lets nobody in who has only the mail, however it is opened and pressed", async ({ baseURL }) => {
  const [owner, thief] = [openHttpBrowser(baseURL ?? ""), openHttpBrowser(baseURL ?? "")];
  const { link, code, codePage } = await ask(owner, newAddress());
  const ownPage = await owner.get(link);
  expect(ownPage.text).toContain("Confirm that you want to sign in");

  // opened in another browser, with nothing in it, and with a mail of its own
  for (const hasOwnMail of [false, true]) {
    if (hasOwnMail) await ask(thief, newAddress());
    for (const page of [await thief.head(link), await thief.get(link), await thief.get(`${link}?to=/my`)]) {
      expect(page.status).toBe(200);
      letsNobodyIn(thief, page);
    }
    const page = await thief.get(link);
    expect(page.text).toContain(elsewhere);
    expect(page.text).toContain("Do nothing, and do not give the code to anybody");
    expect(page.html).not.toMatch(/<form[^>]*>(?:(?!<\/form>)[\s\S])*\$ACTION/); // nothing to press
    // it presses all the same, by the form of the page that the owner sees
    const pressed = await thief.post(link, formOf(ownPage, "Sign in").form);
    letsNobodyIn(thief, pressed);
    expect((await thief.follow(pressed)).text).toContain(elsewhere);
    // and types the code
    const typed = await thief.submit(await thief.get("/sign-in/code"), 'name="code"', { code });
    letsNobodyIn(thief, typed);
    expect(typed.text).toContain(
      hasOwnMail ? "This is not the code in our latest email" : "This code has expired or been used",
    );
  }

  // whoever requested it is let in after all this, once
  const pressed = await owner.submit(ownPage, "Sign in");
  expect(pressed.location).toBe("/my");
  expect(isIn(await owner.follow(pressed))).toBe(true);
  expect((await thief.get(link)).text).toContain(usedUp);
  const again = await thief.submit(codePage, 'name="code"', { code });
  letsNobodyIn(thief, again);
  expect((await owner.get(link)).text).toContain(usedUp);
});

test("a scanner in the asker's own browser fetches the link and does not use it", async ({ baseURL }) => {
  const owner = openHttpBrowser(baseURL ?? "");
  const { link, code, codePage } = await ask(owner, newAddress());
  for (const page of [await owner.head(link), await owner.get(link), await owner.get(link)]) letsNobodyIn(owner, page);
  expect((await owner.submit(codePage, 'name="code"', { code })).location).toBe("/my");
});

test("a link that somebody else asked for changes nothing for whoever is signed in", async ({ baseURL }) => {
  const [stranger, owner] = [openHttpBrowser(baseURL ?? ""), openHttpBrowser(baseURL ?? "")];
  const { link: ownLink } = await ask(owner, newAddress());
  await owner.submit(await owner.get(ownLink), "Sign in");
  const session = owner.cookie("session");
  const { link } = await ask(stranger, newAddress());
  expect((await owner.get(link)).text).toContain(elsewhere);
  await owner.post(link, formOf(await stranger.get(link), "Sign in").form);
  expect(owner.cookie("session")).toBe(session);
  expect(isIn(await owner.get("/my"))).toBe(true);
});

test("one person in two browsers: each is let in by its own mail only, and one signs the other out", async ({
  baseURL,
}) => {
  const email = newAddress();
  const [desk, phone] = [openHttpBrowser(baseURL ?? ""), openHttpBrowser(baseURL ?? "")];
  const atDesk = await ask(desk, email);
  const onPhone = await ask(phone, email);
  expect((await desk.get(onPhone.link)).text).toContain(elsewhere);
  letsNobodyIn(phone, await phone.submit(onPhone.codePage, 'name="code"', { code: atDesk.code }));
  await desk.submit(await desk.get(atDesk.link), "Sign in");
  await phone.submit(onPhone.codePage, 'name="code"', { code: onPhone.code });
  const sessions = await phone.get("/my/sessions");
  expect(sessions.text.match(/Used in the last 20 minutes/g)).toHaveLength(2);
  await phone.submit(sessions, "Sign out everywhere");
  for (const browser of [desk, phone]) expect((await browser.get("/my")).location).toMatch(/^\/sign-in\?to=/);
});
