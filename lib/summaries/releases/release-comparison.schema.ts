import { z } from "zod";

/** A GET form sends an empty choice as "". */
const emptyAsNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

const number = z.coerce.number().int().min(1).max(9_999_999);

/** The LEP and the numbers of the two releases to compare. */
export const releaseComparisonQuery = z.object({
  lep: emptyAsNull(z.string().regex(/^[a-z0-9-]{1,64}$/)),
  a: emptyAsNull(number),
  b: emptyAsNull(number),
});
