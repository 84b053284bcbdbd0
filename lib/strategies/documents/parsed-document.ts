import { blockText } from "@/lib/strategies/versions/block.rules";
import type { Block } from "@/lib/strategies/versions/block.schema";

/** A run of a document, in order: what every kind of file is read into. */
export type DocumentRun =
  | { kind: "heading"; depth: number; text: string }
  | { kind: "text"; text: string; block: Block | null };

export type ParsedSection = { title: string; paragraphs: { text: string; block: Block | null }[] };
/** What was found in a document. `notes` say what could not be kept, for the officer. */
export type ParsedDocument = { title: string | null; sections: ParsedSection[]; notes: string[] };

/**
 * Makes parts of a document's runs. Its title is the only heading of the highest rank, when there are others below;
 * each heading of the highest rank after that begins a part, and lower ones stay as headings in it.
 */
export function toParsedDocument(runs: readonly DocumentRun[], notes: readonly string[] = []): ParsedDocument {
  const depths = runs.flatMap((run) => (run.kind === "heading" ? [run.depth] : []));
  const topDepth = Math.min(...depths);
  const hasTitle =
    depths.filter((depth) => depth === topDepth).length === 1 && depths.some((depth) => depth > topDepth);
  const sectionDepth = hasTitle ? Math.min(...depths.filter((depth) => depth > topDepth)) : topDepth;
  let title: string | null = null;
  const sections: ParsedSection[] = [];
  const current = () => {
    const last = sections.at(-1);
    if (last) return last;
    const first = { title: title ?? "Introduction", paragraphs: [] };
    sections.push(first);
    return first;
  };
  for (const run of runs) {
    const isPicture = run.kind === "text" && run.block?.kind === "picture";
    if (run.text.trim() === "" && !isPicture) continue;
    if (run.kind === "text") current().paragraphs.push({ text: run.text, block: run.block });
    else if (hasTitle && run.depth === topDepth) title = run.text;
    else if (run.depth === sectionDepth) sections.push({ title: run.text, paragraphs: [] });
    else current().paragraphs.push({ text: run.text, block: { kind: "heading" } });
  }
  return { title, sections, notes: [...notes] };
}

/** A list or a table as a run. */
export const blockRun = (block: Block): DocumentRun => ({ kind: "text", text: blockText(block), block });

/** Words without what no reader sees: runs of spaces, invisible signs. */
export const normaliseWhitespace = (text: string) =>
  text
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00AD]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
