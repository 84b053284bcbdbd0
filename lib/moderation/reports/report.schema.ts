import { z } from "zod";
import { typedText } from "@/lib/forms/fields.schema";
import { illegalReasons, reportReasons } from "@/lib/moderation/reports/report.rules";

export const maxReportLength = 1000;

const detailsText = typedText(maxReportLength).transform((value) => value.trim());

const commonFields = {
  comment: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** The receipt of a new reporter is derived from this. */
  formId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/)
    .nullable()
    .default(null),
};
const keysOf = <Key extends string>(all: Record<Key, string>) => Object.keys(all) as [Key, ...Key[]];

/** A report that a comment breaks the rules, or that it is illegal. */
export const reportInput = z.discriminatedUnion("kind", [
  z.strictObject({
    ...commonFields,
    kind: z.literal("report"),
    reason: z.enum(keysOf(reportReasons), "Choose what is wrong with it."),
    details: detailsText.transform((value) => value || null).default(null),
  }),
  z.strictObject({
    ...commonFields,
    kind: z.literal("illegal"),
    reason: z.enum(keysOf(illegalReasons), "Choose which law you think it breaks."),
    details: detailsText.refine((value) => value !== "", "Say why you think it is illegal."),
  }),
]);
export type ReportInput = z.infer<typeof reportInput>;
