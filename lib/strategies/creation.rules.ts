/** Addresses that pages of ours have beside strategies. */
const reservedSlugs = ["new"];

/**
 * The end of a strategy's address, from its area and, where that is taken, its kind and a number.
 * @param isTaken whether there is a strategy of that address
 */
export function uniqueSlug(areaName: string, kindShort: string, isTaken: (slug: string) => boolean): string {
  const area = slugify(areaName, 40) || "strategy";
  const longSlug = `${area}-${slugify(kindShort, 18)}`;
  const isFree = (slug: string) => !reservedSlugs.includes(slug) && !isTaken(slug);
  for (const slug of [area, longSlug]) if (isFree(slug)) return slug;
  for (let number = 2; ; number += 1) if (isFree(`${longSlug}-${number}`)) return `${longSlug}-${number}`;
}

/** An address is an id of 64 signs at most, a number at its end included. */
const slugify = (name: string, maxLength: number) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\band\b/g, " ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, maxLength)
    .replace(/-$/, "");
