// caught by noRestrictedImports: nor its client
import { PrismaClient } from "@/prisma/generated/client";

export const GET = () => Response.json(new PrismaClient());
