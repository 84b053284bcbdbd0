import { afterAll, beforeEach, expect, test } from "vitest";
import { paths } from "@/lib/routes";
import { createTestDatabase } from "@/scripts/test/database";
import { startTestServer } from "@/scripts/test/server";

const database = await createTestDatabase();
const { request, nextStub, sameOrigin, reset, close } = await startTestServer(database.url, async () => {
  const { NextResponse } = await import("next/server");
  return {
    sendComment: async (request, { params }) => {
      const { slug } = await params;
      const form = await request.formData();
      if (form.get("text") === "fails") throw new Error("no");
      const response = new NextResponse(null, { status: 303, headers: { location: `/${slug}/${form.get("text")}` } });
      response.cookies.set("session", `after ${request.cookies.get("session")?.value}`).set("sent", "1");
      return response;
    },
    reactions: async (request) => Response.json({ value: (await request.formData()).get("value") }),
  };
});
beforeEach(reset);
afterAll(async () => {
  await close();
  await database.close();
});

const address = (slug: string) => paths.sendComment(slug, 1);
const form = (text: string) => `--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n${text}\r\n--b--\r\n`;
const formHeaders = { ...sameOrigin, "content-type": "multipart/form-data; boundary=b", cookie: "session=old" };
const send = (path: string, body: string, headers: Record<string, string> = formHeaders) =>
  request(path, headers, "POST", body);

test("a route with a fast path is answered without Next, with all cookies and our headers", async () => {
  const { status, headers } = await send(address("a-b"), form("words"));
  expect(status).toBe(303);
  expect(headers.location).toBe("/a-b/words");
  expect(headers["set-cookie"]).toEqual(["session=after%20old; Path=/", "sent=1; Path=/"]);
  expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(nextStub.renders).toBe(0);
});

test("what such a route answers to a script comes as JSON, from a form of either encoding", async () => {
  const asScript = { ...sameOrigin, accept: "application/json", "content-type": "application/x-www-form-urlencoded" };
  const { status, headers, body } = await send(paths.reactions("a-b"), "comment=x&value=agree", asScript);
  expect([status, JSON.parse(body.toString())]).toEqual([200, { value: "agree" }]);
  expect(headers).toMatchObject({ "content-type": "application/json", "cache-control": "no-store" });
  expect(nextStub.renders).toBe(0);
});

test("another site, another method and another path do not reach it", async () => {
  expect((await send(address("a"), form("words"), { ...formHeaders, origin: "https://evil.example" })).status).toBe(
    403,
  );
  expect(nextStub.renders).toBe(0);
  await request(address("a"), {});
  await send(address("%E2%82%AC"), form("words"));
  await send(`${address("a")}/more`, form("words"));
  expect(nextStub.renders).toBe(3);
});

test("a failure shows our error page; a form that cannot be parsed is a bad request", async () => {
  const failed = await send(address("a"), form("fails"));
  expect(failed.status).toBe(500);
  expect(failed.body.toString()).toContain("Something went wrong");
  const unread = await send(address("a"), "no form");
  expect(unread.status).toBe(400);
  expect(unread.body.toString()).toContain("We did not understand your request");
});
