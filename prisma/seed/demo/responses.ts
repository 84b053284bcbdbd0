import type { Tx } from "@/lib/database/client";
import { demoId } from "@/prisma/seed/demo/content";

const strategyId = "west-midlands";
const mandate = {
  ...{ covers: "Bus and coach drivers and cleaners in the West Midlands", consulted: 4000, tookPart: 1260 },
  ...{ method: "survey" as const, minority: "One in six would rather have more trams than earlier buses." },
};
const openingText =
  "Our members carry the region to work before it is light, and cannot get to work themselves. Plan the network around the first shift, and count drivers’ breaks and toilets as part of it.";
const sectionText =
  "Whoever gets money for buses from this strategy should say how many early and late buses it buys, and should have agreed with us what the hours do to drivers.";

/** One collective response, written by a union editor and published by its officer. */
export async function seedResponses(tx: Tx, now: Date): Promise<void> {
  const responseId = demoId("response", "unite-buses");
  const [editedById, publishedById] = [
    demoId("account", "union-editor-unite"),
    demoId("account", "union-officer-unite"),
  ];
  const { id: section } = await tx.section.findFirstOrThrow({ where: { strategyId, number: 3 }, select: { id: true } });
  const day = (weeks: number) => new Date(now.getTime() - weeks * 7 * 86_400_000);
  const texts = [
    { partKey: "opening", text: openingText },
    { partKey: section, text: sectionText },
  ];
  const mandateRow = { ...mandate, from: day(6), to: day(4) };
  const responseRow = { unionId: "unite", branch: "Bus and coach", version: 4, revision: 1, createdById: editedById };
  await tx.collectiveResponse.create({ data: { id: responseId, strategyId, ...responseRow } });
  await tx.responsePart.createMany({ data: texts.map((part) => ({ responseId, ...part, editedById })) });
  await tx.responseMandate.create({ data: { responseId, ...mandateRow, editedById } });
  await tx.responseRevision.create({
    data: { responseId, number: 1, ...mandateRow, publishedById, publishedAt: day(2) },
  });
  await tx.responseRevisionPart.createMany({ data: texts.map((part) => ({ responseId, number: 1, ...part })) });
}
