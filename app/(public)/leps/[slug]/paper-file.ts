import { loadLepPaper } from "@/app/(public)/leps/[slug]/lep-content";
import type { Subject } from "@/lib/areas/subject.rules";
import { isDemo, publicOrigin } from "@/lib/env";
import type { DocxDocument } from "@/lib/files/docx-document.rules";
import { writeDocx } from "@/lib/files/docx-writer";
import { demoNotice } from "@/lib/people/demo-tours.rules";
import { boardPaperDocument } from "@/lib/summaries/overview/board-paper-document.rules";

type Lep = Parameters<typeof loadLepPaper>[0];

/** The board paper of a LEP, on everything or on one subject, for word processors. */
export async function paperDocx(lep: Lep, subject: Subject | null = null): Promise<Response> {
  const content = await loadLepPaper(lep, subject);
  const fileName = [lep.id, subject?.id, "board-paper"].filter(Boolean).join("-");
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
