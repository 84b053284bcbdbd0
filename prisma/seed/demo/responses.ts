import type { Tx } from "@/lib/database/client";
import type { MandateMethod } from "@/prisma/generated/enums";
import { demoId } from "@/prisma/seed/demo/content";

export type DemoResponse = {
  key: string;
  strategyId: string;
  unionId: string;
  branch: string;
  /** Keys of the people who wrote and published it. */
  editor: string;
  officer: string;
  mandate: { covers: string; consulted: number; tookPart: number; method: MandateMethod; minority: string };
  opening: string;
  /** The number of a section, and the text on it. */
  section: number;
  part: string;
};

const response: DemoResponse = {
  ...{ key: "unite-buses", strategyId: "west-midlands", unionId: "unite", branch: "Bus and coach" },
  ...{ editor: "union-editor-unite", officer: "union-officer-unite", section: 3 },
  mandate: {
    ...{ covers: "Bus and coach drivers and cleaners in the West Midlands", consulted: 4000, tookPart: 1260 },
    ...{ method: "survey", minority: "One in six would rather have more trams than earlier buses." },
  },
  opening:
    "Our members carry the region to work before it is light, and cannot get to work themselves. Plan the network around the first shift, and count drivers’ breaks and toilets as part of it.",
  part: "Whoever gets money for buses from this strategy should say how many early and late buses it buys, and should have agreed with us what the hours do to drivers.",
};

/** One collective response, written by a union editor and published by its officer. */
export const seedResponses = (tx: Tx, now: Date): Promise<void> => insertResponse(tx, now, response);

export async function insertResponse(tx: Tx, now: Date, { mandate, ...row }: DemoResponse): Promise<void> {
  const { strategyId, unionId, branch } = row;
  const responseId = demoId("response", row.key);
  const [editedById, publishedById] = [demoId("account", row.editor), demoId("account", row.officer)];
  const { id: section } = await tx.section.findFirstOrThrow({
    where: { strategyId, number: row.section },
    select: { id: true },
  });
  const day = (weeks: number) => new Date(now.getTime() - weeks * 7 * 86_400_000);
  const texts = [
    { partKey: "opening", text: row.opening },
    { partKey: section, text: row.part },
  ];
  const mandateRow = { ...mandate, from: day(6), to: day(4) };
  const responseRow = { unionId, branch, version: 4, revision: 1, createdById: editedById };
  await tx.collectiveResponse.create({ data: { id: responseId, strategyId, ...responseRow } });
  await tx.responsePart.createMany({ data: texts.map((part) => ({ responseId, ...part, editedById })) });
  await tx.responseMandate.create({ data: { responseId, ...mandateRow, editedById } });
  await tx.responseRevision.create({
    data: { responseId, number: 1, ...mandateRow, publishedById, publishedAt: day(2) },
  });
  await tx.responseRevisionPart.createMany({ data: texts.map((part) => ({ responseId, number: 1, ...part })) });
}
