"use server";

import { z } from "zod";
import { compareSavedHeads } from "@/lib/audit/saved-head.queries";
import { findingsText, headResultText } from "@/lib/audit/saved-head.rules";
import { parseSavedHeads, savedHeadsInput } from "@/lib/audit/saved-head.schema";
import { formatDay } from "@/lib/dates";
import { formAction, invalid, stay } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { formatNumber } from "@/lib/numbers";
import { recordPublicKeys } from "@/lib/security/record-key";

/** Compares lines that somebody saved with the records, and shows which agree. Nothing is stored. */
export const compareWithRecord = formAction({
  params: z.object({ slug: idParam }),
  input: savedHeadsInput,
  run: async ({ params, input }) => {
    const heads = parseSavedHeads(input.heads, params.slug);
    if (heads.length === 0)
      return invalid({ heads: "We found no check numbers in this. A line begins with record-head." });
    const findings = await compareSavedHeads(heads, recordPublicKeys());
    const isChanged = findings.some(({ firstMismatch }) => firstMismatch !== null);
    const texts = findings.map((one) => (findings.length === 1 ? "" : `${one.chain}: `) + findingsText(one));
    const rows = findings.flatMap((one) =>
      one.heads.map((head) => ({
        day: formatDay(new Date(head.day)),
        record: head.chain,
        decisions: formatNumber(head.length),
        result: headResultText(head),
      })),
    );
    return stay({ result: { [isChanged ? "changed" : "unchanged"]: texts, rows } });
  },
});
