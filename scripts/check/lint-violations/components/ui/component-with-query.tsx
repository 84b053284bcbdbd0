// caught by plugin: Components import components and pure files
import { getThread } from "@/lib/comments/comment.queries";

export const Thread = getThread;
