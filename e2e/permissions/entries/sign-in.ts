import { withSession } from "@/e2e/permissions/actors";
import { type Entry, free, never, only, open, own, posted, stateless } from "@/e2e/permissions/entry";
import { randomSecret } from "@/lib/security/encryption";

export const signInEntries: Record<string, Entry | Entry[]> = {
  "(participant)/sign-in/page.tsx": open("/sign-in"),
  "(participant)/sign-in/actions.ts#requestSignInMail": free(
    "names no thing of anybody's, and looks at none: e2e/privacy/account-enumeration.http.spec.ts shows that it answers all alike",
  ),
  "(participant)/sign-in/actions.ts#signInByReceipt": never(
    "by a receipt that is nobody's",
    "/sign-in",
    [stateless],
    () => ({ receipt: randomSecret() }),
    [200],
  ),
  "(participant)/sign-in/code/page.tsx": open("/sign-in/code"),
  "(participant)/sign-in/code/actions.ts#signInByCode": never(
    "by the code of another browser",
    "/sign-in/code",
    [stateless],
    (s) => ({ code: s.signIn.code }),
    [200],
  ),
  "(participant)/sign-in/link/[token]/page.tsx": open("/sign-in/link/00000000000000000000000000"),
  "(participant)/sign-in/link/[token]/actions.ts#signInByLink": never(
    "by the link of another browser",
    (s) => `/sign-in/link/${s.signIn.token}`,
    (s) => [{ token: s.signIn.token }, stateless],
    {},
    [303], // to the page, which explains why
  ),
  "(participant)/sign-in/with/[provider]/route.ts": [
    open("/sign-in/with/walkers", 303), // away, to theirs
    only([], "/sign-in/with/nobody"),
  ],
  "api/auth/callback/[provider]/route.ts": only(
    [], // but in the browser that left, with what it was given there
    "/api/auth/callback/walkers?code=1&state=1",
    [],
    { refused: [303] },
  ),
  "(participant)/sign-in/with/[provider]/back/route.ts": only([], "/sign-in/with/walkers/back?code=1&state=1", [], {
    refused: [303],
  }),
  "(participant)/your-work/route.ts": open("/your-work", 303),
  "(participant)/left/route.ts": open("/left"),
  "(participant)/signed-out/route.ts": open("/signed-out"),
  "(participant)/signed-out/clear.css/route.ts": open("/signed-out/clear.css"),
  "(participant)/sign-out/route.ts": own(withSession, "/sign-out", null, {}, { refused: [303] }),
  "(participant)/unsubscribe/[token]/page.tsx": open("/unsubscribe/no-token-of-ours"),
  "(participant)/unsubscribe/[token]/now/route.ts": posted([], `/unsubscribe/${"0".repeat(64)}/now`),
  "(public)/demo/page.tsx": open("/demo"),
  "(public)/demo/actions.ts#enterDemo": never("as somebody who is none of the cast", "/demo", (s) => [
    { key: s.people.owner ?? "" },
    stateless,
  ]),
};
