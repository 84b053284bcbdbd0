import { POST as reactions } from "@/app/(participant)/strategies/[slug]/reactions/route";
import { POST as sendComment } from "@/app/(participant)/strategies/[slug]/sections/[number]/write/send/route";
import type { FastRoutes } from "@/lib/server/fast-path";

/** What the server answers without Next: the rows of lib/routes.ts with a fast path. */
export const fastRoutes: FastRoutes = { reactions, sendComment };
