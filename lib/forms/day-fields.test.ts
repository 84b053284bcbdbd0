import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { absenceInput } from "@/lib/moderation/rota/rota.schema";
import { extendStrategyInput } from "@/lib/strategies/consultation.schema";
import { aboutInput, planOpeningInput } from "@/lib/strategies/drafts/draft.schema";
import { mandateInput } from "@/lib/unions/responses/collective-response.schema";

const forms: [form: string, schema: z.ZodType, fields: string[]][] = [
  ["about a strategy", aboutInput, ["closesOn"]],
  ["extending a consultation", extendStrategyInput, ["closesOn"]],
  ["planning an opening", planOpeningInput, ["day"]],
  ["an absence", absenceInput, ["from", "to"]],
  ["a mandate", mandateInput, ["from", "to"]],
];
const fields = forms.flatMap(([form, schema, names]) => names.map((name) => [form, name, schema] as const));

describe.each(fields)("%s: %s", (_, name, schema) => {
  const messages = (value: unknown) =>
    schema
      .safeParse({ [name]: value })
      .error?.issues.flatMap(({ path, message }) => (path[0] === name ? [message] : [])) ?? [];

  test.each(["2026-02-30", "2027-02-29", "2026-06-31", "2026-13-01", "2026-00-10", "2026-01-00"])(
    "the day %s does not exist, and is refused beside its field",
    (day) => expect(messages(day)).toEqual(["This is not a real date."]),
  );

  test("another format is refused, and a day that exists is not", () => {
    for (const value of ["31/03/2027", "2027-3-1", "tomorrow"])
      expect(messages(value)?.[0]).toMatch(/year, month, day/);
    expect(messages("2027-02-28")).toEqual([]);
    expect(messages("2028-02-29 ")).toEqual([]);
  });
});
