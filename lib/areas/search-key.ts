/**
 * The form in which names are stored and looked up: lower case, no accents, no punctuation, single spaces, and
 * without the district that a name may carry in brackets, so that "Newport (Isle of Wight)" and "NEWPORT" meet.
 * @param text what a person typed, or the name of a place, district or county
 * @returns for example "st helens", "kings lynn", "barrow in furness"; empty when there is no letter or figure
 */
export function searchKey(text: string): string {
  return text
    .replace(/(?<=\S)\s*\([^()]*\)\s*$/, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’ʼ]/g, "") // King's Lynn is typed as kings lynn, never as king s lynn
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
