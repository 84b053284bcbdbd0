import { RuleViolation } from "@/lib/errors";
import { unzip, type XmlLimits, xmlLimitPassed, type ZipLimits } from "@/lib/files/zip-reader";
import { readDocx } from "@/lib/strategies/documents/docx-reader";
import { readMarkdown } from "@/lib/strategies/documents/markdown-reader";
import { readOdt } from "@/lib/strategies/documents/odt-reader";
import type { ParsedDocument } from "@/lib/strategies/documents/parsed-document";
import { type Picture, PictureCollector } from "@/lib/strategies/documents/picture-collector";
import { decodeText } from "@/lib/text-encoding";

export const maxDocumentBytes = 8 * 1024 * 1024;

const megabyte = 1024 * 1024;
const zipLimits: ZipLimits = { what: "document", unpacked: 48 * megabyte, text: 16 * megabyte, parts: 1_000 };

const xmlLimits: XmlLimits = {
  depth: 400,
  elements: 300_000,
  counted: [
    { names: ["w:p", "text:p", "text:h"], most: 20_000, called: "paragraphs, those of tables included" },
    { names: ["w:tc", "table:table-cell", "table:covered-table-cell"], most: 20_000, called: "cells in tables" },
  ],
};

const odtType = "application/vnd.oasis.opendocument.text";

export type ReadDocument = { document: ParsedDocument; pictures: Picture[] };

/**
 * Reads a DOCX, ODT or Markdown file. Its format is found from its content, not from its name. Called in the process of
 * lib/files/file-parser.ts only.
 * @throws RuleViolation when it is too large, of another format, or broken
 */
export function readDocument(bytes: Uint8Array): ReadDocument {
  if (bytes.length === 0) throw refusal("Choose a file. This one is empty.");
  if (bytes.length > maxDocumentBytes)
    throw refusal("This file is too large. The limit is 8 MB. Make its pictures smaller.");
  const message = unsupportedFormatMessage(bytes);
  if (message) throw refusal(message);
  const pictures = new PictureCollector();
  const document = isZip(bytes) ? readZip(bytes, pictures) : readText(bytes);
  return { document, pictures: [...pictures.accepted.values()] };
}

const refusal = (message: string) => new RuleViolation(message, "file");
const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
const isZip = (bytes: Uint8Array) => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

function unsupportedFormatMessage(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return "This is an old Word file, or one with a password. Save it as .docx without one.";
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    return "We cannot read PDFs, because the order of words is lost. Upload the original document.";
  }
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return "This is an RTF file. Save it as .docx or .odt.";
  return null;
}

function readText(bytes: Uint8Array): ParsedDocument {
  const { text, note } = decodeText(bytes, "This is not a DOCX, ODT or Markdown file.");
  const document = readMarkdown(text);
  return { ...document, losses: [...(note ? [{ message: note, place: "in all of it" }] : []), ...document.losses] };
}

function readZip(bytes: Uint8Array, pictures: PictureCollector): ParsedDocument {
  try {
    const parts = unzip(bytes, zipLimits, (name) => name === "mimetype" || /(^|\/)(media|Pictures)\//.test(name));
    for (const [name, part] of Object.entries(parts)) {
      const passed = /\.xml$/.test(name) ? xmlLimitPassed(new TextDecoder().decode(part), xmlLimits) : null;
      if (passed) throw refusal(`This document has ${passed}, which is our limit. Split it and upload the parts.`);
    }
    const type = parts.mimetype && new TextDecoder().decode(parts.mimetype).trim();
    if (type === odtType) return readOdt(parts, pictures);
    if (parts["[Content_Types].xml"] && Object.keys(parts).some((name) => /^word\/document\d*\.xml$/.test(name)))
      return readDocx(parts, pictures);
    throw refusal("This is not a DOCX or ODT document. Save it as one of these.");
  } catch (error) {
    if (error instanceof RuleViolation) throw error;
    throw refusal("This file cannot be read. Open it in your word processor, and save it again as .docx or .odt.");
  }
}
