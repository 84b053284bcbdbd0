// caught by noRestrictedImports: a query calls no command
import { submitComment } from "@/lib/comments/submission/submission.commands";

export const listComments = submitComment;
