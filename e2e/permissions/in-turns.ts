/** Four at a time. @returns the results in the order of the items */
export async function inTurns<Item, Result>(
  items: Item[],
  run: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++)
      results[index] = await run(items[index] as Item, index);
  };
  await Promise.all([1, 2, 3, 4].map(worker));
  return results;
}
