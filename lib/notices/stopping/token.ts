import { NotFound } from "@/lib/errors";
import { seal, unseal } from "@/lib/secrets";

/** Stands for an account in the link that stops all mail; says nothing to whoever sees it. */
export const stopToken = (accountId: string) => Buffer.from(seal("stop-mail", accountId)).toString("base64url");

/** Whose token this is. @throws NotFound when it is none of ours */
export function accountOf(token: string): string {
  try {
    return unseal("stop-mail", Buffer.from(token, "base64url"));
  } catch {
    throw new NotFound();
  }
}
