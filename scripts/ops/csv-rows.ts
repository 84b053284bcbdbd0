import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { parse } from "csv-parse";
import type { z } from "zod";

/**
 * A CSV file with a line of column names, so many parsed rows at a time; never more of it in memory than that.
 * @throws an error that names the file, the line and the column of the first bad row
 */
export async function* readCsv<Row>(file: string, row: z.ZodType<Row>, size: number): AsyncGenerator<Row[]> {
  const lines = createReadStream(file).pipe(parse({ columns: true, bom: true, info: true }));
  let batch: Row[] = [];
  for await (const { record, info } of lines as AsyncIterable<{ record: unknown; info: { lines: number } }>) {
    const parsed = row.safeParse(record);
    if (!parsed.success) throw new Error(`${basename(file)}, line ${info.lines}: ${parsed.error.issues[0]?.message}`);
    batch.push(parsed.data);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}
