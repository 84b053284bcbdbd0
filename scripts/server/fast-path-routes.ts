import { POST as sendComment } from "@/app/(participant)/strategies/[slug]/sections/[number]/write/send/route";

/** What the front answers without Next, by the patterns of their addresses. */
export const fastRoutes = { "/strategies/:slug/sections/:number/write/send": sendComment };
