/** Part of a list, and the cursor after which the next part begins; null at the end. */
export type Page<Item> = { items: Item[]; next: string | null };

/**
 * The first `size` rows as a page.
 * @param rows of a query that took one more than a page holds, when there are more
 * @param cursorOf the last row of the page
 */
export function toPage<Row>(rows: readonly Row[], size: number, cursorOf: (last: Row) => string | null): Page<Row> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, next: last !== undefined && rows.length > size ? cursorOf(last) : null };
}
