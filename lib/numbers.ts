const numberFormat = new Intl.NumberFormat("en-GB");

/** 5,753 */
export const formatNumber = (n: number) => numberFormat.format(n);

/** "1 comment", "2 comments" */
export const countLabel = (n: number, one: string, many = `${one}s`) => `${formatNumber(n)} ${n === 1 ? one : many}`;
