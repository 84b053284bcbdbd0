// caught by plugin: A script for browsers imports pure files only
import { getThread } from "@/lib/comments/comment.queries";

export const thread = getThread;
