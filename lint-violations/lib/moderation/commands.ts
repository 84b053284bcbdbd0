// caught by noRestrictedImports: a command calls no other domain's command
import { submitComment } from "@/lib/comments/commands";

export const decide = submitComment;
