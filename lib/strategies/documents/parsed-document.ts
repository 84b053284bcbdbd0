import { shortenText } from "@/lib/characters";
import { joinListItems } from "@/lib/strategies/documents/list-items";
import { blockText } from "@/lib/strategies/versions/block.rules";
import type { Block } from "@/lib/strategies/versions/block.schema";

/**
 * A part of a document, in order. Every file format is read into a list of them.
 * - item: one of a list; `marker` is its number as the document shows it, null for a bullet; `list` is the same for items of one list
 * - note: a footnote, which follows the block that refers to it
 * - loss: what cannot be imported, as a sentence; `place` where it is not at this point of the text
 */
export type DocumentRun =
  | { kind: "heading"; depth: number; text: string }
  | { kind: "text"; text: string; block: Block | null }
  | { kind: "item"; text: string; level: number; marker: string | null; list: string }
  | { kind: "note"; text: string }
  | { kind: "loss"; message: string; place?: string };

export type BlockRun = Exclude<DocumentRun, { kind: "item" }>;
export type ParsedSection = { title: string; paragraphs: { text: string; block: Block | null }[] };
/** What a document has that cannot be imported: a sentence, and where it is. */
export type DocumentLoss = { message: string; place: string };
export type ParsedDocument = { title: string | null; sections: ParsedSection[]; losses: DocumentLoss[] };

/** What can be imported: a file, or Markdown that was pasted. */
export const importKinds = ["document", "markdown"] as const;

export const maxTitleLength = 200;

/**
 * Divides runs into sections. A single heading of the highest level with others below it is the document's title. Each
 * heading of the next level begins a section; deeper ones become heading paragraphs.
 */
export function toParsedDocument(runs: readonly DocumentRun[]): ParsedDocument {
  const depths = runs.flatMap((run) => (run.kind === "heading" && run.text.trim() ? [run.depth] : []));
  const topDepth = Math.min(...depths);
  const hasTitle =
    depths.filter((depth) => depth === topDepth).length === 1 && depths.some((depth) => depth > topDepth);
  const sectionDepth = hasTitle ? Math.min(...depths.filter((depth) => depth > topDepth)) : topDepth;
  let title: string | null = null;
  const sections: ParsedSection[] = [];
  const losses: DocumentLoss[] = [];
  const current = () => {
    const last = sections.at(-1);
    if (last) return last;
    const first = { title: title ?? "Introduction", paragraphs: [] };
    sections.push(first);
    return first;
  };
  for (const run of joinListItems(runs)) {
    if (run.kind === "loss") {
      losses.push({ message: run.message, place: run.place ?? placeOf(sections.at(-1)) });
      continue;
    }
    const isPicture = run.kind === "text" && run.block?.kind === "picture";
    if (run.text.trim() === "" && !isPicture) continue;
    if (run.kind === "note") current().paragraphs.push({ text: run.text, block: null });
    else if (run.kind === "text") current().paragraphs.push({ text: run.text, block: run.block });
    else if (hasTitle && run.depth === topDepth) {
      title = shortTitle(run.text);
      if (title !== run.text)
        losses.push({
          message: `The title is longer than ${maxTitleLength} characters: ${excerpt(run.text)}`,
          place: "title",
        });
    } else if (run.depth === sectionDepth) sections.push(newSection(run.text));
    else current().paragraphs.push({ text: run.text, block: { kind: "heading" } });
  }
  return { title, sections, losses };
}

/** A heading that is too long for a title is its section's first paragraph too, so that nothing of it is lost. */
function newSection(heading: string): ParsedSection {
  const title = shortTitle(heading);
  return { title, paragraphs: title === heading ? [] : [{ text: heading, block: { kind: "heading" } }] };
}

/** Cut between characters as people see them: half of an emoji cannot be stored. */
export const shortTitle = (text: string) => shortenText(text.replaceAll("\n", " "), maxTitleLength - 1);

function placeOf(section: ParsedSection | undefined): string {
  if (!section) return "Before the first part";
  const number = section.paragraphs.length;
  return number === 0 ? `“${section.title}”, at its beginning` : `“${section.title}”, at paragraph ${number}`;
}

export const blockRun = (block: Block): DocumentRun => ({ kind: "text", text: blockText(block), block });
export const loss = (message: string, place?: string): DocumentRun => ({
  kind: "loss",
  message,
  ...(place && { place }),
});

export const contentsLoss = (place?: string) =>
  loss("The list of contents was left out. The strategy's page has its own.", place);

/** The text of a link with its address, for readers on paper. */
export function withAddress(text: string, href: string): string {
  const mail = /^mailto:([^?]+)/i.exec(href)?.[1];
  const address = mail ?? (/^https?:\/\//i.test(href) ? href : "");
  return address === "" || text.trim() === "" || text.trim() === address ? text : `${text} (${address})`;
}

/** The beginning of a text, for a message. */
export const excerpt = (text: string) => `“${shortenText(normaliseWhitespace(text).replaceAll("\n", " "), 119)}”`;

/** Removes what cannot be seen or stored and repeated spaces, and trims. */
export const normaliseWhitespace = (text: string) =>
  text
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00AD\p{Surrogate}]/gu, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\0-\x08\x0E-\x1F]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
