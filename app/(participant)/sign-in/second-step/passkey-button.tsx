"use client";

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

type Asked<Options> = Promise<{ options?: Options; message?: string }>;
type Props = {
  /** Sends what the browser gave; comes back only with a message. */
  send: (given: unknown) => Promise<string>;
  children: string;
} & (
  | { kind: "make"; ask: () => Asked<PublicKeyCredentialCreationOptionsJSON> }
  | { kind: "sign"; ask: () => Asked<PublicKeyCredentialRequestOptionsJSON> }
);

/** Makes a passkey, or has one sign. It needs JavaScript, and says so without. */
export function PasskeyButton({ send, children, ...rest }: Props) {
  const [can, setCan] = useState<boolean | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [message, setMessage] = useState("");
  useEffect(() => setCan(browserSupportsWebAuthn()), []);

  async function go(): Promise<void> {
    setBusy(true);
    setMessage("");
    setMessage((await given(rest)) || "");
    setBusy(false);
  }

  async function given(how: Pick<Props, "kind" | "ask">): Promise<string> {
    const { options, message: refused } = await how.ask();
    if (!options) return refused ?? "";
    let made: unknown;
    try {
      made =
        how.kind === "make"
          ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
          : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
    } catch (error) {
      if (error instanceof Error && error.name === "InvalidStateError")
        return "This device has a passkey here already.";
      return "Your browser gave no passkey: you stopped it, or it took too long. Try again, or use another way.";
    }
    return send(made);
  }

  if (can === null)
    return (
      <noscript>
        <p className="mb-4">A passkey needs JavaScript, and it is off. Use another way.</p>
      </noscript>
    );
  if (!can) return <p className="mb-4">This browser knows no passkeys. Use another way.</p>;
  return (
    <div className="mb-4">
      <p role="alert" className={message ? "mb-3 font-semibold text-bad" : "sr-only"}>
        {message}
      </p>
      <Button type="button" disabled={isBusy} onClick={go}>
        {isBusy ? "Look at your device…" : children}
      </Button>
    </div>
  );
}
