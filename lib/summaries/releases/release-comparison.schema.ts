import { z } from "zod";

/** A form sends what was not chosen as "". */
const optional = <Answer extends z.ZodType>(answer: Answer) =>
  z.preprocess((typed) => (typed === "" || typed === undefined ? null : typed), answer.nullable());

const number = z.coerce.number().int().min(1).max(9_999_999);

/** Which two releases of which LEP are to be compared. */
export const releasesAsked = z.object({
  lep: optional(z.string().regex(/^[a-z0-9-]{1,64}$/)),
  a: optional(number),
  b: optional(number),
});
