import { localPath } from "@/lib/auth/return-path.rules";
import { type FormOrigin, formOriginField } from "@/lib/forms/form-origin.rules";
import type { FormValues } from "@/lib/forms/form-state";
import type { Person } from "@/lib/people/person.policy";
import { keyedHash } from "@/lib/security/encryption";

// What a posted form states about itself, and whose it is.

/** Where a posted form was drawn, by its own account; null when that cannot be true. */
export function formOriginOf(form: FormData): FormOrigin | null {
  const field = form.get(formOriginField);
  if (typeof field !== "string") return null;
  const params = new URLSearchParams(field);
  const page = localPath(params.get("page"));
  const name = params.get("name") ?? "";
  const owner = params.get("owner") ?? "";
  return page && /^[\w-]{0,100}$/.test(name) && /^((account|participant)-[\w-]{43})?$/.test(owner)
    ? { page, name, owner }
    : null;
}

/** Names whose form it is without naming them: "account-…", "participant-…", or "" for a visitor. */
export function formOwner({ accountId, participantId }: Partial<Person>): string {
  const [kind, id] = accountId ? ["account", accountId] : ["participant", participantId];
  return id ? `${kind}-${Buffer.from(keyedHash("form-owner", `${kind}:${id}`)).toString("base64url")}` : "";
}

/** The column of an owner: the hash in it; null for a visitor. */
export const ownerHash = (owner: string): Uint8Array<ArrayBuffer> | null =>
  owner ? Uint8Array.from(Buffer.from(owner.slice(owner.indexOf("-") + 1), "base64url")) : null;

/**
 * Why a form must not be taken from who is there now; null when it may. A receipt's holder who wrote on another strategy
 * since has changed receipts, and not hands: only an account is compared.
 */
export function whyNotTheirs(owner: string, person: Person): "signed-out" | "other-account" | null {
  const now = formOwner(person);
  if (owner === "" || owner === now) return null;
  if (now === "") return "signed-out";
  return owner.startsWith("account-") ? "other-account" : null;
}

/** Whether anything in it could be somebody's text. */
export const holdsText = (values: FormValues): boolean =>
  Object.values(values)
    .flat()
    .some((value) => value.trim() !== "");
