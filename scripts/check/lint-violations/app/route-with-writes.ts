// caught by plugin: Only queries, writes and commands know the database.
import { openCase } from "@/lib/moderation/queue/case.writes";

export const POST = openCase;
