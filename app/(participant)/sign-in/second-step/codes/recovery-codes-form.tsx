"use client";

import { useActionState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { groupCharacters } from "@/lib/security/base32";

type Props = { action: (before: string[]) => Promise<string[]>; to: string };

/** Makes the codes and shows them, this once. */
export function RecoveryCodesForm({ action, to }: Props) {
  const [codes, post] = useActionState(action, []);
  if (codes.length === 0)
    return (
      <form action={post} className="flex flex-wrap gap-4">
        <Button>Make recovery codes</Button>
        <ButtonLink kind="secondary" href={to}>
          Not now
        </ButtonLink>
      </form>
    );
  return (
    <>
      <p role="status" className="mb-4 font-semibold">
        Write them down or print this page now. We cannot show them again.
      </p>
      <ol id="recovery-codes" className="mb-8 list-decimal space-y-2 pl-8">
        {codes.map((code) => (
          <li key={code}>
            <code className="break-words">{groupCharacters(code, 5)}</code>
          </li>
        ))}
      </ol>
      <ButtonLink href={to}>I have them: go on</ButtonLink>
    </>
  );
}
