import { isDemo, publicOrigin } from "@/lib/env";
import type { DocxDocument } from "@/lib/files/docx-document.rules";
import { writeDocx } from "@/lib/files/docx-writer";
import { demoNotice } from "@/lib/people/demo-tours.rules";
import type { BoardPaperContent } from "@/lib/summaries/overview/board-paper-blocks.rules";
import { boardPaperDocument } from "@/lib/summaries/overview/board-paper-document.rules";

/** A board paper for word processors. @param slug of the LEP or strategy, for the file's name */
export function paperDocx(slug: string, content: BoardPaperContent): Promise<Response> {
  const fileName = [slug, content.subject?.id, "board-paper"].filter(Boolean).join("-");
  return docxResponse(fileName, (notice) => boardPaperDocument(content, publicOrigin(), notice));
}

/** A document to download. `content`: what it holds, with the notice that each of its pages bears. */
export async function docxResponse(
  fileName: string,
  content: (notice: string) => DocxDocument,
  headers: Record<string, string> = {},
): Promise<Response> {
  const document = content(isDemo() ? `${demoNotice.title} ${demoNotice.text}` : "");
  return new Response(new Uint8Array(await writeDocx(document)), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "content-disposition": `attachment; filename="${fileName}.docx"`,
      ...headers,
    },
  });
}
