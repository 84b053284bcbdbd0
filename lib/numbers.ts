const numberFormat = new Intl.NumberFormat("en-GB");

/** 5,753 */
export const formatNumber = (n: number) => numberFormat.format(n);

/** "2 of 5 areas"; "all 5 areas" and "the 1 area" where it is all of them. */
export function partOf(part: number, all: number, one: string, many = `${one}s`): string {
  if (part !== all) return `${formatNumber(part)} of ${countLabel(all, one, many)}`;
  return all === 1 ? `the 1 ${one}` : `all ${countLabel(all, one, many)}`;
}

/** "1 comment", "2 comments" */
export const countLabel = (n: number, one: string, many = `${one}s`) => `${formatNumber(n)} ${n === 1 ? one : many}`;
