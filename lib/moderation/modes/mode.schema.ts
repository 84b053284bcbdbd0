import { z } from "zod";
import { ModerationMode } from "@/prisma/generated/enums";

export const modeInput = z.object({ mode: z.enum(ModerationMode, "Choose when reps read comments.") });
