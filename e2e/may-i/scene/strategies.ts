import { randomBytes } from "node:crypto";
import { secret, strategy } from "@/e2e/may-i/scene/people";
import { db } from "@/lib/db";
import type { Person } from "@/lib/people/policy";
import { createStrategy } from "@/lib/strategies/creating/commands";
import { readMarkdown } from "@/lib/strategies/documents/markdown";
import { putWords } from "@/lib/strategies/drafting/commands";
import { draftSections } from "@/lib/strategies/drafting/schema";

/** A strategy that is not open yet, with one section and a picture. */
export async function drafted(officer: Person) {
  const kind = await db().strategyKind.findFirstOrThrow({ orderBy: { id: "asc" } });
  const slug = await createStrategy(officer, { body: strategy, kind: kind.id, areaName: `Walk ${secret()}` });
  const bytes = Uint8Array.from(randomBytes(64));
  const picture = { id: secret(), type: "image/png", width: 8, height: 8, bytes };
  await putWords(officer, slug, 1, readMarkdown("# Buses\n\nMore of them.\n"), [picture]);
  const { version, sections } = await db().strategyDraft.findFirstOrThrow({ where: { strategyId: slug } });
  const [section] = draftSections.parse(sections);
  const places = { section: section?.key ?? "", paragraph: section?.paragraphs[0]?.key ?? "" };
  return { slug, version, ...places, picture: picture.id };
}
