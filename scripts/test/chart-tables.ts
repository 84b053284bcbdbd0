import { expect } from "vitest";
import type { ParsedPage } from "@/scripts/test/parse-page";

const withoutUnit = (cell: string) => cell.replace(/ (comment|thread|reaction)s?, .*/, "").replace(/^under (?=1%)/, "");
const numbersIn = (text: string) => text.match(/\d[\d,]*%?/g) ?? [];

/** Every number that a row of a chart shows must be a cell of the row of that name in the chart's table, in the same order. */
export function expectChartsToEqualTables({ charts }: Pick<ParsedPage, "charts">): void {
  for (const { claim, rows, table } of charts) {
    expect([claim, rows.map(({ name }) => name).sort()]).toEqual([claim, table.map(([name]) => name).sort()]);
    for (const { name, note, label } of rows) {
      const cells = (table.find(([cell]) => cell === name) ?? []).slice(1).map(withoutUnit);
      for (const number of [...numbersIn(note), ...numbersIn(label)])
        expect([claim, name, cells]).toEqual([claim, name, expect.arrayContaining([number])]);
      const shares = numbersIn(label).filter((number) => number.endsWith("%"));
      expect([name, shares]).toEqual([name, cells.filter((cell) => cell.endsWith("%"))]);
    }
  }
}
