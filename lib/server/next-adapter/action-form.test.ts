import { afterAll, expect, test } from "vitest";
import { createTestDatabase } from "@/scripts/test/database";
import { startTestServer } from "@/scripts/test/server";

// A form that was made up, or arrived broken: its failure is not ours, and the page does not say that it is.
const database = await createTestDatabase();
const { request, nextStub, sameOrigin, close } = await startTestServer(database.url);
afterAll(async () => {
  await close();
  await database.close();
});

const multipart = (fields: Record<string, string>) =>
  `${Object.entries(fields)
    .map(([name, value]) => `--a-boundary\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("")}--a-boundary--\r\n`;
const formHeaders = { ...sameOrigin, "content-type": "multipart/form-data; boundary=a-boundary" };
const send = async (body: string, path = "/my/breaks", headers: Record<string, string> = formHeaders) => {
  const response = await request(path, headers, "POST", body);
  return { status: response.status, page: response.body.toString() };
};
const actionForm = (fields: Record<string, string>) => multipart({ $ACTION_REF_1: "", ...fields });
const names = '{"id":"0","bound":"$@1"}';

test("a form that cannot be parsed is a bad request", async () => {
  const deep = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
  const made: Record<string, string> = {
    "no form": "no form",
    "a form that breaks off": '--a-boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
    "an action that is no JSON": actionForm({ "$ACTION_1:0": "{" }),
    "what is bound to it is no JSON": actionForm({ "$ACTION_1:0": names, "$ACTION_1:1": "[" }),
    "what is bound to it is not there": actionForm({ "$ACTION_1:0": names }),
    "what is bound to it has no bottom": actionForm({ "$ACTION_1:0": names, "$ACTION_1:1": deep }),
  };
  for (const [what, body] of Object.entries(made)) {
    const { status, page } = await send(body);
    expect(status, what).toBe(400);
    expect(page, what).toContain("We did not understand your request");
  }
});

test("when the form is valid, a failure is ours", async () => {
  const forms = [
    multipart({ text: "{" }),
    actionForm({ "$ACTION_1:0": '{"id":"0","bound":null}' }),
    actionForm({ "$ACTION_1:0": names, "$ACTION_1:1": '["a"]', $ACTION_KEY: "k{" }),
  ];
  for (const body of forms) {
    const { status, page } = await send(body);
    expect(status, body).toBe(500);
    expect(page).toContain("Something went wrong");
  }
  expect((await send("", "/my/breaks", sameOrigin)).status).toBe(500);
  const plain = { ...sameOrigin, "content-type": "application/x-www-form-urlencoded" };
  expect((await send("a=%zz&b", "/my/breaks", plain)).status).toBe(500);
});

test("an action of a page from before an update is answered with what to do; a script gets Next's own response", async () => {
  const { status, page } = await send(multipart({ text: "words" }), "/my/old");
  expect(status).toBe(409);
  expect(page).toContain("use the back button");
  const requestHeaders = { ...formHeaders, "next-action": "0" };
  expect((await send("[]", "/moderation/cases/old", requestHeaders)).page).toBe("Server action not found.");
});

test("Next reads the complete form, and each header, as they were sent", async () => {
  nextStub.gate = Promise.resolve();
  const text = "é".repeat(25_000);
  await send(multipart({ text }), "/my", { ...formHeaders, cookie: "session=1" });
  expect(nextStub.seen).toMatchObject({ cookie: "session=1", "content-type": formHeaders["content-type"] });
  expect(nextStub.body).toBe(multipart({ text }));
});
