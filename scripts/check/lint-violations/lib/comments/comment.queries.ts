// caught by plugin: A query reads
import { openCase } from "@/lib/moderation/queue/case.writes";

export const getCase = openCase;
