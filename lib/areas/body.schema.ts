import { z } from "zod";

const isKept = (value: string) => !/[\p{Cc}\p{Surrogate}]/u.test(value);
const notKept = "This holds a character that cannot be kept. Type it again.";

const words = (missing: string, longest = 100) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(longest, `Write ${longest} characters at most.`)
    .refine(isKept, notKept)
    .refine((value) => /\p{L}/u.test(value), missing);

/** How pages speak of a kind, of a body or of a strategy. */
export const kindInput = z.object({
  name: words("Give its name, such as “County council”."),
  plural: words("Say how several are called, such as “County councils”."),
  short: words("Give the short name that follows a place, such as “County Council”."),
});
export type KindInput = z.infer<typeof kindInput>;

export const bodyInput = z.object({
  kind: z
    .string({ error: "Choose what kind of body it is." })
    .regex(/^[a-z0-9-]{1,80}$/, "Choose what kind of body it is."),
  name: words("Give the place that it is named after, such as “Kent”."),
  mayor: z
    .string()
    .trim()
    .max(100, "Write 100 characters at most.")
    .refine(isKept, notKept)
    .transform((name) => name || null)
    .nullable()
    .default(null),
  hasMayor: z.enum(["yes", "no"], "Say if a mayor leads it.").transform((typed) => typed === "yes"),
  districts: z
    .string({ error: "Name its districts." })
    .max(20_000, "That is more than all districts there are.")
    .transform((typed) => [
      ...new Set(
        typed
          .split(/[\n;]/)
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ])
    .refine((names) => names.length > 0, "Name its districts, one on a line.")
    .refine((names) => names.every(isKept), notKept),
});
export type BodyInput = z.infer<typeof bodyInput>;
