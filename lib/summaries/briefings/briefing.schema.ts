import { z } from "zod";
import { optionalText, requiredText, type StoredValues } from "@/lib/forms/fields.schema";
import { idParam } from "@/lib/forms/params.schema";
import {
  type BriefingRemarks,
  optionalParts,
  type RemarkPlace,
  remarkPlaces,
} from "@/lib/summaries/briefings/briefing.rules";
import type { PaperPart } from "@/lib/summaries/overview/paper-parts.rules";

/** What a briefing is started on: the body whose officers it is for, and the LEP or body whose summary it shows. */
export const briefingScope = z.object({ body: idParam, lep: idParam });
export type BriefingScope = z.infer<typeof briefingScope>;

/** The field of the remarks at a place. */
export const remarkField = (place: RemarkPlace) => `remark-${place}` as const;

const remarkFields = Object.fromEntries(remarkPlaces.map(({ place }) => [remarkField(place), optionalText(5000)]));

export const briefingInput = z
  .object({
    title: requiredText(150, "Give the briefing a title."),
    parts: z.array(z.enum(optionalParts as [PaperPart, ...PaperPart[]], "Choose sections from the list.")).default([]),
    /** Who else sees it. */
    sharing: z.enum(["author", "officers"], "Choose who can see it."),
    ...remarkFields,
  })
  .transform(({ title, parts, sharing, ...fields }) => {
    const remarks: BriefingRemarks = {};
    for (const { place } of remarkPlaces) {
      const text = (fields as Record<string, string | null>)[remarkField(place)];
      if (text) remarks[place] = text;
    }
    return { title, parts, isShared: sharing === "officers", remarks };
  });
export type BriefingInput = z.infer<typeof briefingInput>;

/** What the form shows of a stored briefing. */
export const briefingValues = ({
  title,
  parts,
  isShared,
  remarks,
}: BriefingInput): StoredValues<typeof briefingInput> => ({
  ...{ title, parts, sharing: isShared ? "officers" : "author" },
  ...Object.fromEntries(remarkPlaces.map(({ place }) => [remarkField(place), remarks[place] ?? ""])),
});
