import { cache } from "react";
import { type CookieJar, deleteCookie, readCookie, setCookie } from "@/lib/auth/cookies";
import { getPerson } from "@/lib/auth/current-session";
import { discardInterruptedForms, saveInterruptedForm } from "@/lib/forms/interrupted-form.commands";
import { listInterruptedForms } from "@/lib/forms/interrupted-form.queries";
import {
  type InterruptedForm,
  type InterruptedInput,
  interruptedFormLifetime,
  maxInterruptedForms,
} from "@/lib/forms/interrupted-form.schema";
import { formOwner } from "@/lib/forms/submitted-form";

// The forms of the current request's browser that could not be taken. Its cookie holds one token for each.

const tokenPattern = /^[0-9A-Za-z]{26}$/;

async function readTokens(jar?: CookieJar): Promise<string[]> {
  const value = await readCookie("unsent", jar);
  return (value ?? "")
    .split(".")
    .filter((token) => tokenPattern.test(token))
    .slice(0, maxInterruptedForms);
}

/** Whom a form is drawn for, and what this person sent from this browser that could not be taken. One query if any. */
export const getFormContext = cache(async (): Promise<{ owner: string; interrupted: InterruptedForm[] }> => {
  const person = await getPerson();
  return { owner: formOwner(person), interrupted: await listInterruptedForms(person, await readTokens()) };
});

/** The same forms, where a route or the server asks. */
export const getInterruptedForms = async (jar?: CookieJar): Promise<InterruptedForm[]> =>
  listInterruptedForms(await getPerson(jar), await readTokens(jar));

/** Whether this browser has sent a form lately that could not be taken, whoever sent it. */
export const hasInterruptedForms = async (): Promise<boolean> => (await readTokens()).length > 0;

/** Stores a form that could not be taken, and a token in the browser's cookie. @throws RateLimited */
export async function interruptForm(input: InterruptedInput, client: string, jar?: CookieJar): Promise<void> {
  const previous = await readTokens(jar);
  const token = await saveInterruptedForm(input, client);
  const tokens = [token, ...previous].slice(0, maxInterruptedForms);
  await discardInterruptedForms(previous.filter((each) => !tokens.includes(each)));
  await setCookie("unsent", tokens.join("."), interruptedFormLifetime / 1000, jar);
}

/** Deletes what was stored of this form: it has been sent. */
export async function discardSentForm({ page, name }: { page: string; name: string }): Promise<void> {
  const tokens = await readTokens();
  if (tokens.length === 0) return;
  const sent = (await getInterruptedForms()).filter((form) => form.page === page && form.form === name);
  await discardInterruptedForms(
    tokens,
    sent.map((form) => form.id),
  );
}

/** Deletes all that this browser sent and that could not be taken, and first its cookie. */
export async function discardAllInterruptedForms(): Promise<void> {
  const tokens = await readTokens();
  if (tokens.length === 0) return;
  await deleteCookie("unsent");
  await discardInterruptedForms(tokens);
}
