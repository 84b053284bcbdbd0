/** Addresses that pages of ours have beside strategies. */
const reserved = ["new"];

/**
 * The end of a strategy's address, from its area and, where that is taken, its kind and a number.
 * @param isTaken whether there is a strategy of that address
 */
export function slugFor(areaName: string, kindShort: string, isTaken: (slug: string) => boolean): string {
  const area = slugOf(areaName, 40) || "strategy";
  const long = `${area}-${slugOf(kindShort, 18)}`;
  const free = (slug: string) => !reserved.includes(slug) && !isTaken(slug);
  for (const slug of [area, long]) if (free(slug)) return slug;
  for (let number = 2; ; number += 1) if (free(`${long}-${number}`)) return `${long}-${number}`;
}

/** An address is an id of 64 signs at most, a number at its end included. */
const slugOf = (name: string, longest: number) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\band\b/g, " ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, longest)
    .replace(/-$/, "");
