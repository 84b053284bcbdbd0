// caught by plugin: Only queries, writes and commands know the database.
import { PrismaClient } from "@/prisma/generated/client";

export const client = new PrismaClient();
