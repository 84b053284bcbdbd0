import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { isParsableForm } from "@/lib/server/next-adapter/action-form";
import { readActionIds } from "@/lib/server/next-adapter/action-ids";
import {
  isEmptyShell,
  isForNextScript,
  isUnexplainedFailure,
  isUnknownAction,
} from "@/lib/server/next-adapter/failed-response";
import { carriesNonce, nonceHeader, removeNextScripts } from "@/lib/server/next-adapter/page-html";
import { requestCookies } from "@/lib/server/next-adapter/request-cookies";
import { neutralUserAgent } from "@/lib/server/next-adapter/request-headers";
import { buildPages } from "@/scripts/setup/build-pages";
import type { ProbeRequest, ProbeResponse, ProbeResult } from "@/scripts/test/probe-next";

// What this folder assumes of Next that Next does not document, tested on the build itself: a test that fails here after
// an update names the file to review. There is no database, so that pages that need it fail.

const multipart = (fields: Record<string, string>): string =>
  `${Object.entries(fields)
    .map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("")}--b--\r\n`;
const sameOrigin = { origin: "http://localhost" };
const formType = "multipart/form-data; boundary=b";
const post = (url: string, fields: Record<string, string>): ProbeRequest => ({
  method: "POST",
  url,
  headers: { ...sameOrigin, "content-type": formType },
  body: multipart(fields),
});
const unknownId = "0".repeat(42);

let responses: Record<string, ProbeResponse> = {};
let fetchedPaths: string[] = [];
let reportedFailures: string[] = [];
let thrown: boolean[] = [];

function requests(): Record<string, ProbeRequest> {
  const ids = readActionIds(".next");
  const idOf = (action: string) => ids.get(`(participant)/sign-in/${action}`) ?? `no id for ${action}`;
  const mail = JSON.stringify({ id: idOf("actions.ts#requestSignInMail"), bound: "$@1" });
  const state = '[{"errors":{},"values":{}}]';
  return {
    page: { url: "/sign-in", headers: { "user-agent": neutralUserAgent } },
    nonce: { url: "/sign-in", headers: nonceHeader("abc") },
    data: { url: "/sign-in?_rsc", headers: { rsc: "1" } },
    notFound: { url: "/nowhere" },
    failedPage: { url: "/strategies" },
    failedRoute: { url: "/api/v1/leps" },
    failedAction: post("/sign-in", {
      $ACTION_REF_1: "",
      "$ACTION_1:0": mail,
      "$ACTION_1:1": state,
      email: "a@b.example",
    }),
    failedScriptAction: {
      method: "POST",
      url: "/sign-in/second-step",
      headers: {
        ...sameOrigin,
        cookie: "session=x",
        "content-type": "text/plain;charset=UTF-8",
        "next-action": idOf("second-step/actions.ts#getPasskeyOptions"),
      },
      body: "[]",
    },
    failedData: { url: "/moderation?_rsc", headers: { rsc: "1", cookie: "session=x" } },
    brokenForm: post("/sign-in", { $ACTION_REF_1: "", "$ACTION_1:0": mail, "$ACTION_1:1": "[" }),
    unknownAction: post("/sign-in", { [`$ACTION_ID_${unknownId}`]: "" }),
    redirectingAction: {
      method: "POST",
      url: "/sign-in/second-step/codes",
      headers: {
        ...sameOrigin,
        "content-type": "text/plain;charset=UTF-8",
        "next-action": idOf("second-step/codes/actions.ts#makeCodes"),
      },
      body: "[[]]",
    },
  };
}

beforeAll(async () => {
  await buildPages();
  const probes = requests();
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", "tsx", "scripts/test/probe-next.ts"], {
    input: JSON.stringify(Object.values(probes)),
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none",
      SECRET_KEY: "5ea1".repeat(16),
    },
  });
  if (status !== 0) throw new Error(stderr);
  const result = JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1)) as ProbeResult;
  responses = Object.fromEntries(Object.keys(probes).map((name, i) => [name, result.responses[i] as ProbeResponse]));
  ({ fetchedPaths, reportedFailures, thrown } = result);
}, 600_000);

const response = (name: string): ProbeResponse => responses[name] as ProbeResponse;
const captured = (name: string) => ({ ...response(name), body: Buffer.from(response(name).body) });

describe("request-headers.ts", () => {
  test("for the neutral browser a page comes in one piece", () => {
    const { status, body } = response("page");
    expect(status).toBe(200);
    expect(body).toContain("</html>");
    expect(removeNextScripts(body).broken).toBe(false);
  });

  test("a policy in a request puts its nonce on every inline script of the page", () => {
    const { body } = response("nonce");
    expect(carriesNonce(Buffer.from(body), "abc")).toBe(true);
    for (const [tag] of body.matchAll(/<script\b[^>]*>/g))
      if (!tag.includes(" src=")) expect(tag).toContain('nonce="abc"');
    expect(body).toContain("self.__next_f");
  });

  test("with an rsc header the response is not a page", () => {
    expect(response("data").headers["content-type"]).toBe("text/x-component");
  });
});

describe("page-html.ts", () => {
  test("Next's scripts are inline or under /_next/, and none is left", () => {
    const { body } = response("page");
    expect(body).toContain("self.__next_f");
    expect(body).toMatch(/<script src="\/_next\/static\//);
    const { html } = removeNextScripts(body);
    expect(html).not.toMatch(/__next_f|as="script"|src="\/_next\//);
    expect(html).toContain("<h1");
  });
});

describe("action-form.ts", () => {
  test("a form of a page names its action in fields that begin with $ACTION_", () => {
    expect(response("page").body).toMatch(/name="\$ACTION_REF_\d+"/);
    expect(response("page").body).toMatch(/name="\$ACTION_\d+:0" value="\{&quot;id&quot;:&quot;[0-9a-f]+&quot;/);
  });

  test("a form whose bound values cannot be parsed fails as an action does", async () => {
    expect(isUnexplainedFailure(captured("brokenForm"))).toBe(true);
    const bytes = Buffer.from(requests().brokenForm?.body ?? "");
    expect(await isParsableForm({ type: formType, bytes })).toBe(false);
  });
});

describe("failed-response.ts", () => {
  test("a page that fails is an empty shell", () => {
    expect(response("failedPage").status).toBe(500);
    expect(isEmptyShell(captured("failedPage"))).toBe(true);
  });

  test("an address that no page has is our page, and not a shell", () => {
    expect(response("notFound").status).toBe(404);
    expect(isEmptyShell(captured("notFound"))).toBe(false);
    expect(removeNextScripts(response("notFound").body).html).toContain("<h1");
  });

  test("a route and an action that fail say nothing, or two words", () => {
    expect(isUnexplainedFailure(captured("failedRoute"))).toBe(true);
    expect(isUnexplainedFailure(captured("failedAction"))).toBe(true);
  });

  test("what fails for Next's script is a line of a response that goes to the script, and is reported with its request", () => {
    for (const name of ["failedScriptAction", "failedData"]) {
      expect(isForNextScript(captured(name)), name).toBe(true);
      expect(response(name).body, name).toContain(':E{"digest":');
    }
    const names = Object.keys(responses).filter((_, index) => thrown[index]);
    expect(names).toEqual([
      "failedPage",
      "failedRoute",
      "failedAction",
      "failedScriptAction",
      "failedData",
      "brokenForm",
    ]);
  });

  test("an action that the build does not have is named in a header", () => {
    expect(response("unknownAction").status).toBe(409);
    expect(isUnknownAction(captured("unknownAction"), { headers: {} })).toBe(true);
    expect(isUnknownAction(captured("failedAction"), { headers: {} })).toBe(false);
  });

  test("instrumentation.ts is called for pages, routes and actions that fail", () => {
    expect(reportedFailures.length).toBeGreaterThanOrEqual(3);
  });
});

describe("what browsers load", () => {
  test("nothing of next-auth is in it", () => {
    const files = readdirSync(join(".next", "static"), { recursive: true, withFileTypes: true });
    const scripts = files.filter((file) => file.isFile() && file.name.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(5);
    const found = scripts.filter((file) => /next-?auth/i.test(readFileSync(join(file.parentPath, file.name), "utf8")));
    expect(found.map(({ name }) => name)).toEqual([]);
    for (const name of ["page", "data"]) expect(response(name).body).not.toMatch(/next-?auth/i);
  });
});

describe("request-cookies.ts", () => {
  test("cookies are parsed as Next parses them", async () => {
    const cookies = await requestCookies("a=after%20b; session=x=1");
    expect(cookies.get("a")?.value).toBe("after b");
    expect(cookies.get("session")?.value).toBe("x=1");
    expect((await requestCookies(undefined)).get("a")).toBeUndefined();
  });
});

describe("next-server.ts", () => {
  test("the page that an action redirects to is fetched from __NEXT_PRIVATE_ORIGIN", () => {
    expect(response("redirectingAction").headers["x-action-redirect"]).toMatch(/^\/sign-in;/);
    expect(fetchedPaths).toEqual(["/sign-in rsc=1"]);
  });
});
