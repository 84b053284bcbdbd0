// caught by plugin: Writes are steps of
import { whyCannotRevise } from "@/lib/comments/revision.policy";

export const revise = whyCannotRevise;
