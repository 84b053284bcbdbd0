"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation } from "@/lib/errors";
import { createFollow, deleteFollow } from "@/lib/notifications/follow.commands";
import { type FollowInput, followInput } from "@/lib/notifications/follow.schema";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export const startFollowing = async (form: FormData) => runFollowCommand(createFollow, form);
export const stopFollowing = async (form: FormData) => runFollowCommand(deleteFollow, form);

async function runFollowCommand(
  command: (person: Person, input: FollowInput) => Promise<void>,
  form: FormData,
): Promise<void> {
  const parsed = followInput.safeParse({ strategy: form.get("strategy"), section: form.get("section") ?? "" });
  if (!parsed.success) notFound();
  try {
    await command(await getPerson(), parsed.data);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (!(error instanceof RuleViolation)) throw error; // signed out meanwhile: the page says what to do
  }
  redirect(paths.follows);
}
