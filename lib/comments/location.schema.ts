import { z } from "zod";
import { commentInput } from "@/lib/comments/comment.schema";

/** What an author puts right beside their words: where they work, and what kind of work it is. "" is "not said". */
export const locationInput = z.object({ district: commentInput.shape.district, sector: commentInput.shape.sector });
export type LocationInput = z.infer<typeof locationInput>;
