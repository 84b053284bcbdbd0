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

type OptionsResult<Options> = Promise<{ options?: Options; message?: string }>;
type Props = {
  /** Sends the browser's response. On success it redirects; otherwise it returns a message. */
  send: (credential: unknown) => Promise<string>;
  children: string;
} & (
  | { kind: "register"; getOptions: () => OptionsResult<PublicKeyCredentialCreationOptionsJSON> }
  | { kind: "authenticate"; getOptions: () => OptionsResult<PublicKeyCredentialRequestOptionsJSON> }
);

/** What to say when the server could not be reached, or failed. @throws a redirect or a 404 of Next's */
function messageOf(error: unknown): string {
  if (String((error as { digest?: unknown }).digest).startsWith("NEXT_")) throw error;
  return "We could not reach the service. Wait a minute, then try again.";
}

/** Creates a passkey, or signs with one. Without JavaScript it shows that it needs it. */
export function PasskeyButton({ send, children, ...rest }: Props) {
  const [isSupported, setSupported] = useState<boolean | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [message, setMessage] = useState("");
  useEffect(() => setSupported(browserSupportsWebAuthn()), []);

  async function handleClick(): Promise<void> {
    setBusy(true);
    setMessage("");
    setMessage((await runCeremony(rest).catch(messageOf)) || "");
    setBusy(false);
  }

  async function runCeremony(request: Pick<Props, "kind" | "getOptions">): Promise<string> {
    const { options, message: refusal } = await request.getOptions();
    if (!options) return refusal ?? "";
    let credential: unknown;
    try {
      credential =
        request.kind === "register"
          ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
          : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
    } catch (error) {
      if (error instanceof Error && error.name === "InvalidStateError")
        return "This device already has a passkey here.";
      return "Your browser did not send a passkey. You stopped it, or it took too long. Try again, or use another way.";
    }
    return send(credential);
  }

  if (isSupported === null)
    return (
      <noscript>
        <p className="mb-4">Passkeys need JavaScript, which is off. Use another way.</p>
      </noscript>
    );
  if (!isSupported) return <p className="mb-4">This browser does not support passkeys. Use another way.</p>;
  return (
    <div className="mb-4">
      <p role="alert" className={message ? "mb-3 font-semibold text-bad" : "sr-only"}>
        {message}
      </p>
      <Button type="button" disabled={isBusy} onClick={handleClick}>
        {isBusy ? "Check your device…" : children}
      </Button>
    </div>
  );
}
