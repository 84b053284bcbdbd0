import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "@/lib/strategies/documents/document-reader";
import { type DocxOptions, docxFile } from "@/scripts/test/document-files";

/** What is read from a DOCX file with this body, and the texts of all its paragraphs. */
export function readDocx(body: string, options: DocxOptions = {}) {
  const { document, pictures } = readDocument(docxFile(body, options));
  const { title, sections, losses } = document;
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  return { title, sections, losses, pictures, paragraphs, texts: paragraphs.map(({ text }) => text) };
}

/** What is read from one of the files in scripts/test/fixtures/documents. */
export const readDocumentFixture = (name: string) =>
  readDocument(new Uint8Array(readFileSync(join("scripts", "test", "fixtures", "documents", name)))).document;
