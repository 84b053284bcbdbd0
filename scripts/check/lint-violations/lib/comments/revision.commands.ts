// caught by plugin: A command calls no other command
export const load = () => import("@/lib/comments/withdrawal.commands");
