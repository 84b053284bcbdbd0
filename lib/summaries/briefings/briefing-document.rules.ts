import type { DocxBlock, DocxDocument } from "@/lib/files/docx-document.rules";
import {
  type BriefingRemarks,
  figuresText,
  partsInOrder,
  type RemarkPlace,
  remarksNotice,
} from "@/lib/summaries/briefings/briefing.rules";
import type { BoardPaperContent } from "@/lib/summaries/overview/board-paper-blocks.rules";
import { paperBlocks } from "@/lib/summaries/overview/board-paper-document.rules";

type Briefing = { title: string; parts: readonly string[]; remarks: BriefingRemarks; bodyTitle: string };

/**
 * A briefing as a document for word processors: the chosen parts, and what officers wrote, marked as theirs.
 * @param day on which it is opened
 * @param origin where the service is, without a slash at the end
 * @param notice on every page, such as that of a demonstration; "" for none
 */
export function briefingDocument(
  { title, parts, remarks, bodyTitle }: Briefing,
  content: BoardPaperContent,
  day: Date,
  origin: string,
  notice: string,
): DocxDocument {
  const remarksAt = (place: RemarkPlace): DocxBlock[] => {
    const text = remarks[place];
    return text
      ? [
          { kind: "note", text: remarksNotice(bodyTitle) },
          { kind: "text", text },
        ]
      : [];
  };
  const pages = paperBlocks(content, origin);
  return {
    ...{ title, header: notice, footer: "At the Table" },
    blocks: [
      { kind: "title", text: title },
      {
        kind: "note",
        text: `${content.name}: what working people say. A briefing by officers of ${bodyTitle}. ${figuresText(day)}`,
      },
      ...remarksAt("start"),
      ...partsInOrder(parts).flatMap((part) => [...remarksAt(part), ...pages.flatMap((blocks) => blocks[part])]),
      ...remarksAt("end"),
    ],
  };
}
