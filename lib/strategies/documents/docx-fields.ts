import { childElement, findElement, findElements, type MarkupElement } from "@/lib/strategies/documents/markup-tree";

/** A field of a DOCX that has begun: a page number, a link, a list of contents. Its code comes before its text. */
export type OpenField = { code: string; isInCode: boolean; start: number; paragraph: object; checkbox: string };

export const isContentsField = (code: string) => /^\s*(TOC|INDEX|TOA)\b/i.test(code);
/** Fields that show nothing on paper. */
export const isInvisibleField = (code: string) =>
  /^\s*(TC|XE|TA|RD|SET|ASK|PRIVATE|ADVANCE|BIBLIOGRAPHY|MACROBUTTON)?\b/i.exec(code)?.[1] !== undefined ||
  code.trim() === "";

/** What a field of an old form shows: a tick box, or what was chosen from a list. */
export function formFieldText(begin: MarkupElement): string {
  const box = findElement(begin.children, "w:checkBox");
  if (box) {
    const state = childElement(box, "w:checked") ?? childElement(box, "w:default");
    return state && !["0", "false"].includes(state.attribs["w:val"] ?? "1") ? "☒" : "☐";
  }
  const list = findElement(begin.children, "w:ddList");
  const chosen = Number(childElement(list, "w:result")?.attribs["w:val"] ?? 0);
  return list ? (findElements(list.children, "w:listEntry")[chosen]?.attribs["w:val"] ?? "") : "";
}
