/**
 * The form in which names are stored and looked up: lower case, without accents and punctuation, with single spaces,
 * and without a district in brackets, so that "Newport (Isle of Wight)" matches "NEWPORT".
 * @param text what a person typed, or the name of a place, district or county
 * @returns such as "st helens", "kings lynn", "barrow in furness"; empty when there is no letter or digit
 */
export function searchKey(text: string): string {
  return text
    .replace(/(?<=\S)\s*\([^()]*\)\s*$/, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’ʼ]/g, "") // people type King's Lynn as kings lynn, not as king s lynn
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
