import { Secret, TOTP } from "otpauth";
import { allStaff, reps } from "@/e2e/permissions/actors";
import { action, type Entry, never, only, own, stateless } from "@/e2e/permissions/entry";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";

// The reps have passkeys, an app and recovery codes, the half rep has a passkey, and other staff have nothing yet. The
// tried in this order: a passkey signs once, and new factors replace earlier ones

const step = "/sign-in/second-step";
const setUp = `${step}/set-up`;
const elsewhere = [200, 303, 307]; // in a word that it is wrong, or away from a page that they need not see
const away = { refused: [307] }; // who has no role, to the page to sign in; staff, to where they are in their way

const shownBy = (app: string) => new TOTP({ secret: Secret.fromBase32(app) }).generate();
const forged = ({ proofs }: Fixtures, response: object) => ({
  ...{ id: proofs.credential, rawId: proofs.credential, type: "public-key", clientExtensionResults: {}, response },
});

export const secondFactorEntries: Record<string, Entry | Entry[]> = {
  "(participant)/sign-in/second-step/page.tsx": only(["half"], step, [], away),
  "(participant)/sign-in/second-step/lost/page.tsx": only(["half", ...allStaff], `${step}/lost`, [], away),
  "(participant)/sign-in/second-step/set-up/page.tsx": only(allStaff, setUp, ["passkey"], {
    ...away,
    readers: ["rep"],
  }),
  "(participant)/sign-in/second-step/codes/page.tsx": only(allStaff, `${step}/codes`, [], away),
  "(participant)/sign-in/second-step/actions.ts#enterAppCode": action(
    ["rep"],
    step,
    [{ to: "" }, stateless],
    (s) => ({ code: shownBy(s.proofs.app) }),
    elsewhere,
  ),
  "(participant)/sign-in/second-step/actions.ts#enterRecoveryCode": action(
    ["rep"],
    step,
    [{ to: "" }, stateless],
    (s) => ({ recovery: s.proofs.recovery }),
    elsewhere,
  ),
  "(participant)/sign-in/second-step/actions.ts#enterPasskey": never(
    "by a passkey that did not sign",
    step,
    (s) => ["", forged(s, { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA" })],
    {},
    elsewhere,
  ),
  "(participant)/sign-in/second-step/set-up/actions.ts#addPasskeyAction": never(
    "one that no browser made",
    setUp,
    (s) => ["", forged(s, { clientDataJSON: "e30", attestationObject: "AA", transports: [] })],
    {},
    elsewhere,
  ),
  "(participant)/sign-in/second-step/actions.ts#getPasskeyOptions": action(["half", ...reps], step, [], {}, [303]),
  "(participant)/sign-in/second-step/set-up/actions.ts#getNewPasskeyOptions": [
    action(allStaff, setUp, [], {}, [303]), // the half rep has one, and shows it first
    own(["half", ...allStaff], setUp, [], {}, { ok: [200], refused: [303] }), // these have none yet
  ],
  "(participant)/sign-in/second-step/set-up/actions.ts#addAuthenticatorApp": action(
    ["rep"],
    setUp,
    [{ to: "" }, stateless],
    (s) => ({ code: shownBy(s.proofs.newApp) }),
    elsewhere,
  ),
  "(participant)/sign-in/second-step/set-up/actions.ts#removeFactorAction": action(
    ["rep"],
    setUp,
    (s) => [{ to: "", factor: s.plantedText.passkey }, stateless],
    {},
    [303],
  ),
  "(participant)/sign-in/second-step/codes/actions.ts#makeCodes": action(reps, `${step}/codes`, [stateless], {}, [303]),
};
