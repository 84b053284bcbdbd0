// caught by noRestrictedImports: a pure file asks nobody
import { getThread } from "@/lib/comments/queries";

export const policy = getThread;
