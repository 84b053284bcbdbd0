// caught by plugin: Policies and rules import pure files only
import { getThread } from "@/lib/comments/comment.queries";

export const canRead = getThread;
