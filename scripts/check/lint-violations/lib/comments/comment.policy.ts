// caught by noRestrictedImports: a pure file asks nobody
import { getThread } from "@/lib/comments/comment.queries";

export const policy = getThread;
