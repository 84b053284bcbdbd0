import { formatDay } from "@/lib/dates";
import { type PaperPart, paperParts } from "@/lib/summaries/overview/paper-parts.rules";

/** Where officers may add remarks of their own: before all parts, before each, and after all. */
export type RemarkPlace = "start" | PaperPart | "end";
export type BriefingRemarks = Partial<Record<RemarkPlace, string>>;

/** The parts that an officer may leave out. Every briefing states what a summary does not show. */
export const optionalParts = (Object.keys(paperParts) as PaperPart[]).filter((part) => part !== "limits");

/** Where remarks may be, in order, with the question of each field. */
export const remarkPlaces: { place: RemarkPlace; label: string }[] = [
  { place: "start", label: "Your introduction" },
  ...optionalParts.map((part) => ({ place: part, label: `Before “${paperParts[part]}”` })),
  { place: "end", label: "Your conclusion" },
];

/** The parts of a briefing in the order of the paper, with what every briefing has. Ids that no longer exist are left out. */
export const partsInOrder = (chosen: readonly string[]): PaperPart[] =>
  (Object.keys(paperParts) as PaperPart[]).filter((part) => part === "limits" || chosen.includes(part));

/** What is above the officers' remarks, so that nobody takes them for comments. @param body their body's title */
export const remarksNotice = (body: string) => `Written by officers of ${body}, not by people who took part`;

/** Which figures a briefing shows. @param day on which it was opened */
export const figuresText = (day: Date) => `The figures are those of ${formatDay(day)}.`;

/** A briefing as one text, to compare two versions of it. */
export function briefingText(title: string, parts: readonly string[], remarks: BriefingRemarks): string {
  const names = partsInOrder(parts).map((part) => paperParts[part]);
  const texts = remarkPlaces.flatMap(({ place, label }) => (remarks[place] ? `${label}:\n${remarks[place]}` : []));
  return [title, `Sections: ${names.join("; ")}`, ...texts].join("\n\n");
}
