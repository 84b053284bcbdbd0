import { z } from "zod";
import { RepMailKind } from "@/prisma/generated/enums";

/** The kinds that a rep wants to be emailed about. */
export const repMailInput = z.object({ kinds: z.array(z.enum(RepMailKind)).default([]) });
export type RepMailInput = z.infer<typeof repMailInput>;
