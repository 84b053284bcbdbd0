import { blockText } from "@/lib/strategies/versions/block.rules";
import type { Block } from "@/lib/strategies/versions/block.schema";

/** A heading or a block of a document. Every file format is read into a list of them. */
export type DocumentRun =
  | { kind: "heading"; depth: number; text: string }
  | { kind: "text"; text: string; block: Block | null };

export type ParsedSection = { title: string; paragraphs: { text: string; block: Block | null }[] };
/** The content of a document. `notes` are sentences on what could not be imported. */
export type ParsedDocument = { title: string | null; sections: ParsedSection[]; notes: string[] };

/**
 * Divides runs into sections. A single heading of the highest level with others below it is the document's title. Each
 * heading of the next level begins a section; deeper ones become heading paragraphs.
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

export const blockRun = (block: Block): DocumentRun => ({ kind: "text", text: blockText(block), block });

/** Removes invisible characters and repeated spaces, and trims. */
export const normaliseWhitespace = (text: string) =>
  text
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00AD]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
