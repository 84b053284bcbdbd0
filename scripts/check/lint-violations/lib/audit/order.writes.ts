// caught by plugin: Schemas, policies, rules and queries look only down the order of domains
import type { Comment } from "@/lib/comments/comment.rules";

export type Subject = Comment;
