/** Addresses of our own pages beside those of strategies. */
const reservedSlugs = ["new"];

/**
 * The last part of a strategy's address: its area, followed by its kind and then a number while that is taken.
 * @param isTaken whether a strategy has this slug
 */
export function uniqueSlug(areaName: string, kindShort: string, isTaken: (slug: string) => boolean): string {
  const area = slugify(areaName, 40) || "strategy";
  const longSlug = `${area}-${slugify(kindShort, 18)}`;
  const isFree = (slug: string) => !reservedSlugs.includes(slug) && !isTaken(slug);
  for (const slug of [area, longSlug]) if (isFree(slug)) return slug;
  for (let number = 2; ; number += 1) if (isFree(`${longSlug}-${number}`)) return `${longSlug}-${number}`;
}

/** Limited in length, since an id has 64 characters at most, with the number at its end. */
const slugify = (name: string, maxLength: number) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\band\b/g, " ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, maxLength)
    .replace(/-$/, "");
