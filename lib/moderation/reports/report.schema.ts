import { z } from "zod";
import { flagReasons, illegalReasons } from "@/lib/moderation/reports/report.rules";

export const longestReport = 1000;

const words = z
  .string()
  .transform((value) => value.replaceAll("\r\n", "\n").trim())
  .refine((value) => [...value].length <= longestReport, "Use at most 1,000 characters.")
  .refine(
    (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
    "These words hold a character that cannot be kept.",
  );

const common = {
  comment: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** Makes the receipt of somebody who has none yet. */
  formId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/)
    .nullable()
    .default(null),
};
const keysOf = <Key extends string>(all: Record<Key, string>) => Object.keys(all) as [Key, ...Key[]];

/** What the form of a report may hold: that a comment should not be here, or that it is against the law. */
export const flagInput = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("flag"),
    reason: z.enum(keysOf(flagReasons), "Choose what is wrong with it."),
    words: words.transform((value) => value || null).default(null),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("illegal"),
    reason: z.enum(keysOf(illegalReasons), "Choose which law you think it breaks."),
    words: words.refine((value) => value !== "", "Say why you think it is against the law."),
  }),
]);
export type FlagInput = z.infer<typeof flagInput>;
