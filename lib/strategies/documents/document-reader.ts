import { type UnzipFileInfo, unzipSync } from "fflate";
import { RuleViolation } from "@/lib/errors";
import { readDocx } from "@/lib/strategies/documents/docx-reader";
import { readMarkdown } from "@/lib/strategies/documents/markdown-reader";
import { readOdt } from "@/lib/strategies/documents/odt-reader";
import type { ParsedDocument } from "@/lib/strategies/documents/parsed-document";
import { type Picture, PictureCollector } from "@/lib/strategies/documents/picture-collector";
import { decodeText } from "@/lib/text-encoding";

export const maxDocumentBytes = 8 * 1024 * 1024;
const maxUnpackedBytes = 48 * 1024 * 1024;
const maxTextBytes = 16 * 1024 * 1024;
const maxParts = 1_000;

const odtType = "application/vnd.oasis.opendocument.text";

/**
 * Reads a DOCX, ODT or Markdown file. Its format is found from its content, not from its name.
 * @throws RuleViolation when it is too large, of another format, or broken
 */
export async function readDocument(bytes: Uint8Array): Promise<{ document: ParsedDocument; pictures: Picture[] }> {
  if (bytes.length === 0) throw refusal("Choose a file. This one is empty.");
  if (bytes.length > maxDocumentBytes)
    throw refusal("This file is too large. It can have 8 MB. Make its pictures smaller.");
  const message = unsupportedFormatMessage(bytes);
  if (message) throw refusal(message);
  const pictures = new PictureCollector();
  const document = isZip(bytes) ? await readZip(bytes, pictures) : readText(bytes);
  return {
    document: { ...document, notes: [...document.notes, ...pictures.notes] },
    pictures: [...pictures.accepted.values()],
  };
}

const refusal = (message: string) => new RuleViolation(message, "file");
const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
const isZip = (bytes: Uint8Array) => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

function unsupportedFormatMessage(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return "This is an old Word file, or one with a password. Save it as .docx without one.";
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    return "This is a PDF, in which the order of words is lost. Send the document that it was made from.";
  }
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return "This is an RTF file. Save it as .docx or .odt.";
  return null;
}

function readText(bytes: Uint8Array): ParsedDocument {
  const { text, note } = decodeText(bytes, "This is not a DOCX, ODT or Markdown file.");
  const document = readMarkdown(text);
  return { ...document, notes: [...(note ? [note] : []), ...document.notes] };
}

async function readZip(bytes: Uint8Array, pictures: PictureCollector): Promise<ParsedDocument> {
  try {
    const parts = unpack(bytes);
    const type = parts.mimetype && new TextDecoder().decode(parts.mimetype).trim();
    if (type === odtType) return readOdt(parts, pictures);
    if (parts["word/document.xml"]) return await readDocx(parts, pictures);
    throw refusal("This is not a DOCX or ODT document. Save it as one of these.");
  } catch (error) {
    if (error instanceof RuleViolation) throw error;
    throw refusal("This file cannot be read. Open it in your word processor, and save it again as .docx or .odt.");
  }
}

/**
 * Unpacks the parts that we read, within limits: a part that is larger than its header states is cut off there.
 * Parts with a DOCTYPE are refused, since entities can expand without limit.
 */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  let textBytes = 0;
  let count = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    const isText = /\.(xml|rels)$/.test(name);
    size += originalSize;
    textBytes += isText ? originalSize : 0;
    count += 1;
    if (size > maxUnpackedBytes || textBytes > maxTextBytes || count > maxParts) {
      throw refusal("This document is too large when it is unpacked. Take out what is not needed.");
    }
    return isText || name === "mimetype" || /^(word\/media|Pictures)\//.test(name);
  };
  const parts = unzipSync(bytes, { filter });
  for (const [name, part] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const text = new TextDecoder().decode(part);
    if (text.includes("<!DOCTYPE")) {
      throw refusal("This document holds something that we do not read. Save it again as .docx or .odt.");
    }
    if (isTooDeep(text)) throw refusal("This document is nested too deep to read.");
  }
  return parts;
}

const maxDepth = 400;

/** Whether tags are nested deeper than in any real document, which would take very long to read. */
function isTooDeep(xml: string): boolean {
  let depth = 0;
  for (const [tag] of xml.matchAll(/<[^!?<>][^<>]*>/g)) {
    if (tag.startsWith("</")) depth -= 1;
    else if (!tag.endsWith("/>")) depth += 1;
    if (depth > maxDepth) return true;
  }
  return false;
}
