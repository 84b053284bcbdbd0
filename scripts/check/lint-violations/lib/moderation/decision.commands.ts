// caught by noRestrictedImports: a command calls no other domain's command
import { submitComment } from "@/lib/comments/submission/submission.commands";

export const decide = submitComment;
