// caught by plugin: A command calls no other command
import { withdrawComment } from "@/lib/comments/withdrawal.commands";

export const withdraw = withdrawComment;
