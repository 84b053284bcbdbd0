import { loadLepPaper } from "@/app/(public)/leps/[slug]/lep-content";
import type { Subject } from "@/lib/areas/subject.rules";
import { isDemo, publicOrigin } from "@/lib/env";
import { writeDocx } from "@/lib/files/docx-writer";
import { demoNotice } from "@/lib/people/demo-tours.rules";
import { boardPaperDocument } from "@/lib/summaries/overview/board-paper-document.rules";

type Lep = Parameters<typeof loadLepPaper>[0];

/** The board paper of a LEP, on everything or on one subject, for word processors. */
export async function paperDocx(lep: Lep, subject: Subject | null = null): Promise<Response> {
  const notice = isDemo() ? `${demoNotice.title} ${demoNotice.text}` : "";
  const document = boardPaperDocument(await loadLepPaper(lep, subject), publicOrigin(), notice);
  const fileName = [lep.id, subject?.id, "board-paper"].filter(Boolean).join("-");
  return new Response(new Uint8Array(await writeDocx(document)), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "content-disposition": `attachment; filename="${fileName}.docx"`,
    },
  });
}
